// SPDX-License-Identifier: Apache-2.0
#include "tenant/download_folder.hpp"

#include "apns/credential_files.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_unreadable(const std::string& folder, const std::error_code& failed) {
    throw Error{failed == std::errc::no_such_file_or_directory ? ErrorCode::no_such_file : ErrorCode::cannot_read,
                fmt::format("cannot read the folder '{}': {}", folder, failed.message()), "--files names a folder"};
}

bool is_below(const fs::path& folder, const fs::path& path) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// The names of the files in a folder, in order; what lies in folders below it is not meant.
std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown;
        if (at->is_regular_file(unknown))
            names.push_back(at->path().filename().string());
        if (names.size() > limits::folder_files)
            throw Error{ErrorCode::too_large,
                        fmt::format("'{}' holds more than {} files", folder, limits::folder_files),
                        "several folders, one after the other"};
    }
    if (failed)
        throw_unreadable(folder, failed);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

DownloadFolder::DownloadFolder(const cli::World& world, std::string folder)
    : world_(world), folder_(std::move(folder)) {
    std::error_code failed;
    real_folder_ = fs::canonical(folder_, failed);
    if (failed)
        throw_unreadable(folder_, failed);
}

std::string DownloadFolder::normal(const std::string& name) { return fs::path(name).lexically_normal().string(); }

std::string DownloadFolder::path_of(const std::string& name) const {
    const fs::path path = fs::path(folder_) / normal(name);
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(path, failed);
    if (failed)
        throw Error{ErrorCode::cannot_read, fmt::format("cannot read '{}': {}", path.string(), failed.message())};
    if (fs::path(name).is_absolute() || !is_below(real_folder_, real))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' leads out of the folder of files", name),
                    "a list names files inside --files DIR"};
    const fs::file_status status = fs::status(real, failed);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error{ErrorCode::not_a_file, fmt::format("'{}' is no regular file", path.string()),
                    "a list names files: no folder, pipe or device"};
    return path.string();
}

apns::Download DownloadFolder::open(const std::string& name, const std::string& passphrase_file,
                                    const std::function<void()>& before_speaking) const {
    const FileContent content = world_.read({path_of(name)}, limits::credential_file);
    const cli::InputFile file{passphrase_file.empty() ? "" : path_of(passphrase_file)};
    auto found = apns::read_certificate(content, [&, passphrase = world_.passphrase(file, content.name)] {
        before_speaking();
        return passphrase();
    });
    if (!found.keys.empty()) {
        if (content.others_can_read)
            before_speaking();
        world_.guard(content);
    }
    return {.certificate = std::move(found.certificate), .file = content.name, .keys = std::move(found.keys)};
}

void DownloadFolder::look_for_topics(const std::set<std::string>& named) {
    std::vector<std::pair<Time, std::pair<std::string, std::string>>> found;
    for (const std::string& name : files_in(folder_)) {
        if (named.contains(name))
            continue;
        unused_.insert(name);
        try {
            const FileContent content = world_.read({path_of(name)}, limits::credential_file);
            const auto file = apns::read_certificate(content, [] { return std::nullopt; });
            if (auto topic = apns::push_topic(file.certificate))
                found.push_back({file.certificate.not_after(), {std::move(*topic), name}});
        } catch (const Error&) {
            // Whatever else lies there is listed as unused.
        }
    }
    std::sort(found.begin(), found.end());
    for (auto& [end, file] : found)
        by_topic_.insert(std::move(file));
}

std::optional<std::string> DownloadFolder::find(std::string_view topic) const {
    const auto [first, behind] = by_topic_.equal_range(topic);
    if (first == behind)
        return std::nullopt;
    return std::prev(behind)->second;  // they were put in by their ends
}

std::vector<std::string> DownloadFolder::unused() const { return {unused_.begin(), unused_.end()}; }

}  // namespace mdm::apps
