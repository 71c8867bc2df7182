// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_folder.hpp"

#include "base/checksum.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "profile/schema_cache.hpp"
#include "profile/schema_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>

namespace mdm::profile {
namespace {

namespace fs = std::filesystem;

/// What changes when the file does, without reading it.
std::string identity_of_file(const std::string& path) {
    struct stat s {};
    if (::stat(path.c_str(), &s) != 0)
        return path;
#ifdef __APPLE__
    const auto& changed = s.st_ctimespec;
    const auto& modified = s.st_mtimespec;
#else
    const auto& changed = s.st_ctim;
    const auto& modified = s.st_mtim;
#endif
    return fmt::format("{}\t{}\t{}\t{}.{}\t{}.{}\n", path, s.st_ino, s.st_size, modified.tv_sec, modified.tv_nsec,
                       changed.tv_sec, changed.tv_nsec);
}

std::vector<std::string> yaml_files(const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (const std::string& path = entry->path().native(); path.ends_with(".yaml"))
            files.push_back(path);
        if (files.size() > limits::schema_files)
            throw Error{ErrorCode::too_large,
                        fmt::format("'{}' has more than {} files", folder.string(), limits::schema_files)};
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

SchemaFolder::SchemaFolder(const std::string& folder) : folder_(folder) {
    std::error_code failed;
    if (!fs::exists(folder, failed))
        throw Error{ErrorCode::no_such_file, fmt::format("'{}' does not exist", folder),
                    "mdmctl profile schema fetch --out DIR gets Apple's schema"};
    const fs::path inside = fs::path(folder) / "mdm" / "profiles";
    files_ = yaml_files(fs::is_directory(inside, failed) ? inside : fs::path(folder));
    if (files_.empty())
        throw Error{ErrorCode::not_a_schema,
                    fmt::format("'{}' is no schema: there is no .yaml in it, or in mdm/profiles below it", folder),
                    "mdmctl profile schema fetch --out DIR gets Apple's schema"};
    for (const std::string& file : files_)
        identity_ += identity_of_file(file);
}

std::string SchemaFolder::cache_name() const {
    std::error_code failed;
    const fs::path whole = fs::canonical(folder_, failed);
    return fmt::format("schema-{:016x}", checksum(failed ? folder_ : whole.string()));
}

Schema SchemaFolder::read() const {
    SchemaReader reader;
    for (const std::string& file : files_) {
        try {
            reader.add(read_file(file, limits::yaml_file).bytes.reveal(), fs::path(file).stem().string());
        } catch (const Error& e) {
            if (e.message().find(file) != std::string::npos)
                throw;
            throw Error{e.code(), fmt::format("'{}': {}", file, e.message()), e.hint()};
        }
    }
    return reader.finish();
}

Schema SchemaFolder::read_through(const std::string& cache, const std::function<void(std::string_view)>& notice) const {
    if (cache.empty())
        return read();
    try {
        if (const auto known = read_existing(cache, limits::schema_cache))
            if (auto schema = decompiled(known->bytes.reveal(), identity_))
                return std::move(*schema);
    } catch (const Error& e) {
        notice(fmt::format("the compiled schema cannot be read: {}", e.message()));
    }
    Schema schema = read();
    try {
        make_private_folder(fs::path(cache).parent_path().string());
        write_file(cache, compiled(schema, identity_), Privacy::open);
    } catch (const Error& e) {
        notice(fmt::format("the schema is compiled again each time: {}", e.message()));
    }
    return schema;
}

}  // namespace mdm::profile
