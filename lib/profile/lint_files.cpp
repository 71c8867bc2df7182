// SPDX-License-Identifier: Apache-2.0
#include "profile/lint_files.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace mdm::profile {
namespace {

namespace fs = std::filesystem;

/// Fewer are not worth a thread.
constexpr std::size_t files_a_thread = 16;

bool is_profile(const fs::directory_entry& entry) {
    // A link that leads nowhere is told of; one that leads to a folder is not followed.
    std::error_code failed;
    const fs::file_type type = entry.status(failed).type();
    const bool is_file =
        type == fs::file_type::regular || (type == fs::file_type::not_found && entry.is_symlink(failed));
    return is_file && lower_case(entry.path().extension().string()) == ".mobileconfig";
}

void add_below(const fs::path& folder, std::vector<std::string>& files) {
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
        if (is_profile(*entry))
            found.push_back(entry->path().string());
        if (found.size() > limits::folder_files)
            throw Error{ErrorCode::too_large,
                        fmt::format("'{}' holds more than {} profiles", folder.string(), limits::folder_files)};
    }
    if (found.empty())
        found.push_back(folder.string());
    std::sort(found.begin(), found.end());
    files.insert(files.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// What is there by that name and cannot be read as a file.
std::optional<Error> no_file(const std::string& path) {
    std::error_code failed;
    if (path == "-")
        return std::nullopt;
    if (fs::is_directory(path, failed)) {
        const fs::directory_iterator inside(path, failed);
        if (failed)
            return Error{ErrorCode::cannot_read, fmt::format("cannot read '{}': {}", path, failed.message())};
        return Error{ErrorCode::no_such_file, fmt::format("there is no *.mobileconfig in '{}'", path),
                     "name the files where they are called otherwise"};
    }
    if (fs::is_symlink(path, failed) && !fs::exists(path, failed))
        return Error{ErrorCode::no_such_file, fmt::format("'{}' is a link to '{}', which does not exist", path,
                                                          fs::read_symlink(path, failed).string())};
    return std::nullopt;
}

LintedFile lint_one(const std::string& path, const PayloadRules& rules, Time now, SignatureJudge& signatures) {
    try {
        if (const auto error = no_file(path))
            throw *error;
        const FileContent file = read_file(path, limits::profile_file);
        LintedFile linted = lint(file.bytes.reveal(), file.name, rules, now, &signatures);
        linted.name = path;
        return linted;
    } catch (const Error& e) {
        return unreadable(path, e);
    }
}

}  // namespace

std::vector<std::string> profile_files(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        std::error_code failed;
        if (path != "-" && fs::is_directory(path, failed))
            add_below(path, files);
        else
            files.push_back(path);
    }
    std::set<std::string> seen;
    std::erase_if(files, [&seen](const std::string& file) {
        std::error_code failed;
        return !seen.insert(fs::absolute(file, failed).lexically_normal().string()).second;
    });
    return files;
}

std::vector<LintedFile> lint_files(const std::vector<std::string>& files, const PayloadRules& rules,
                                   std::function<Trust()> trust, Time now) {
    SignatureJudge signatures(std::move(trust));
    std::vector<LintedFile> linted(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++)
            linted[i] = lint_one(files[i], rules, now, signatures);
    };
    const std::size_t wanted =
        std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), 1 + files.size() / files_a_thread);
    std::vector<std::exception_ptr> failures(wanted);
    std::vector<std::thread> threads;
    for (std::size_t t = 1; t < wanted; ++t)
        threads.emplace_back([&work, &failure = failures[t]] {
            try {
                work();
            } catch (...) {
                failure = std::current_exception();
            }
        });
    try {
        work();
    } catch (...) {
        failures.front() = std::current_exception();
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::exception_ptr& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
    judge_together(linted);
    return linted;
}

}  // namespace mdm::profile
