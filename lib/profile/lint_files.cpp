// SPDX-License-Identifier: Apache-2.0
#include "profile/lint_files.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <thread>

namespace mdm::profile {
namespace {

namespace fs = std::filesystem;

/// Fewer are not worth a thread.
constexpr std::size_t files_a_thread = 16;

void add_below(const fs::path& folder, std::vector<std::string>& files) {
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
        if (entry->path().extension() == ".mobileconfig" && !entry->is_directory(failed))
            found.push_back(entry->path().string());
        if (found.size() > limits::folder_files)
            throw Error{ErrorCode::too_large,
                        fmt::format("'{}' holds more than {} profiles", folder.string(), limits::folder_files)};
    }
    std::sort(found.begin(), found.end());
    files.insert(files.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

LintedFile lint_one(const std::string& path, const PayloadRules& rules, Time now, SignatureJudge& signatures) {
    try {
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
    return files;
}

std::vector<LintedFile> lint_files(const std::vector<std::string>& files, const PayloadRules& rules, Time now) {
    SignatureJudge signatures(trust_in_system);
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
