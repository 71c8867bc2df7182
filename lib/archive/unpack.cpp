// SPDX-License-Identifier: Apache-2.0
#include "archive/unpack.hpp"

#include "archive/archive_library.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <array>
#include <fmt/format.h>
#include <new>
#include <set>
#include <utility>

namespace mdm::archive {
namespace {

Error damaged(struct ::archive* reader) {
    const char* why = libarchive().error_string(reader);
    return {ErrorCode::damaged_archive,
            fmt::format("the archive does not unpack: {}", why != nullptr ? why : "it is cut")};
}

Error unsafe(std::string_view path, std::string_view why) {
    return {ErrorCode::unsafe_archive, fmt::format("the archive has '{}', {}: nothing of it is unpacked", path, why)};
}

/// As UnpackedFile has it: "./a//b" is "a/b".
std::string judged_path(const char* given) {
    if (given == nullptr)
        throw unsafe("", "a file whose name cannot be read");
    const std::string_view path = given;
    if (path.starts_with('/') || path.find('\\') != std::string_view::npos || !is_printable(path))
        throw unsafe(path, "which leads out of its folder, or nowhere");
    std::vector<std::string> parts;
    for (const std::string_view part : split(path, '/')) {
        if (part == "..")
            throw unsafe(path, "which leads out of its folder");
        if (!part.empty() && part != ".")
            parts.emplace_back(part);
    }
    return joined(parts, "/");
}

class Unpacker {
public:
    explicit Unpacker(std::string_view archive) : reader_(library_.read_new()) {
        if (!reader_)
            throw std::bad_alloc{};
        library_.support_filter_gzip(reader_.get());
        library_.support_format_tar(reader_.get());
        library_.support_format_zip(reader_.get());
        if (library_.open_memory(reader_.get(), archive.data(), archive.size()) != ARCHIVE_OK)
            throw damaged(reader_.get());
    }

    std::vector<UnpackedFile> unpack() {
        std::vector<UnpackedFile> files;
        std::set<std::string> known;
        struct ::archive_entry* entry = nullptr;
        for (std::size_t entries = 0; next(&entry); ++entries) {
            if (entries >= limits::archive_files)
                throw Error{ErrorCode::too_large,
                            fmt::format("the archive has more than {} files", limits::archive_files)};
            std::string path = judged_path(library_.entry_pathname(entry));
            const auto kind = library_.entry_filetype(entry);
            if (library_.entry_hardlink(entry) != nullptr || (kind != AE_IFREG && kind != AE_IFDIR))
                throw unsafe(path, "which is neither a file nor a folder");
            if (kind == AE_IFDIR)
                continue;
            if (path.empty() || !known.insert(path).second)
                throw unsafe(path, "a file without a name, or one that is there twice");
            files.push_back({std::move(path), content()});
        }
        return files;
    }

private:
    bool next(struct ::archive_entry** entry) {
        const int result = library_.next_header(reader_.get(), entry);
        if (result == ARCHIVE_EOF)
            return false;
        if (result < ARCHIVE_WARN)
            throw damaged(reader_.get());
        return true;
    }

    std::string content() {
        std::string bytes;
        while (true) {
            const auto count = library_.read_data(reader_.get(), buffer_.data(), buffer_.size());
            if (count < 0)
                throw damaged(reader_.get());
            if (count == 0)
                return bytes;
            total_ += static_cast<std::size_t>(count);
            if (total_ > limits::archive_bytes)
                throw Error{ErrorCode::too_large,
                            fmt::format("the archive has more than {} bytes in its files", limits::archive_bytes)};
            bytes.append(buffer_.data(), static_cast<std::size_t>(count));
        }
    }

    const ArchiveLibrary& library_ = libarchive();
    Reader reader_;
    std::array<char, 65536> buffer_{};
    std::size_t total_ = 0;
};

}  // namespace

std::vector<UnpackedFile> unpack(std::string_view archive) { return Unpacker{archive}.unpack(); }

}  // namespace mdm::archive
