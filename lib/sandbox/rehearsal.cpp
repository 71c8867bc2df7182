// SPDX-License-Identifier: Apache-2.0
#include "sandbox/rehearsal.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <utility>

namespace mdm::sandbox {
namespace {

namespace fs = std::filesystem;

/// Empty, and the lock of whoever is in the folder. cli::Settings knows a rehearsal by it.
constexpr std::string_view marker = "rehearsal";

constexpr Time first_time{std::chrono::sys_days{std::chrono::year{0} / 1 / 1}};
constexpr Time last_time{std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1} - std::chrono::seconds{1}};

bool is_kept_out(std::string_view name) {
    constexpr std::array let_in{"MDMCTL_OUTPUT", "MDMCTL_NO_INPUT", "MDMCTL_ACTOR"};
    return name == "CREDENTIALS_DIRECTORY" || name == "XDG_CONFIG_HOME" || name == "XDG_STATE_HOME" ||
           (name.starts_with("MDMCTL_") && std::find(let_in.begin(), let_in.end(), name) == let_in.end());
}

Error cannot_make(const std::string& folder, const std::error_code& why) {
    return {ErrorCode::cannot_write, fmt::format("cannot make the folder '{}': {}", folder, why.message())};
}

std::string make_passing_folder(const std::string& temporary) {
    std::string folder = fmt::format("{}/mdmctl-rehearsal-XXXXXX", temporary);
    if (::mkdtemp(folder.data()) == nullptr)
        throw cannot_make(folder, {errno, std::generic_category()});
    return folder;
}

void refuse_to_move_in(const std::string& folder) {
    std::error_code failed;
    const fs::directory_iterator first(folder, failed);
    if (failed)
        throw Error{ErrorCode::cannot_read, fmt::format("cannot read the folder '{}': {}", folder, failed.message())};
    if (first != fs::directory_iterator{} && !identity_of(fmt::format("{}/{}", folder, marker)))
        throw Error{ErrorCode::output_exists, fmt::format("'{}' holds something else than a rehearsal", folder),
                    "name a new folder, or one that an earlier rehearsal made"};
}

std::string absolute(const std::string& folder) {
    std::error_code failed;
    std::string whole = fs::canonical(folder, failed).string();
    if (failed)
        throw cannot_make(folder, failed);
    return whole;
}

}  // namespace

Time moved_clock(Time before, std::string_view text) {
    const bool step = text.starts_with("+");
    const auto duration = step ? parse_duration(text.substr(1)) : std::nullopt;
    const auto time = step ? (duration ? std::optional(before + *duration) : std::nullopt) : parse_time(text);
    if (!time)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no time that the clock could be moved to", text),
                    "write +365d (also w, h, m for minutes, s), 2027-01-07 or 2027-01-07T04:04:46Z"};
    if (*time < first_time || *time > last_time)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is beyond the years 0 to 9999", text)};
    return *time;
}

std::vector<std::string> rehearsal_environment(const std::vector<std::string>& variables, const std::string& folder) {
    std::vector<std::string> environment;
    for (const std::string& variable : variables)
        if (!is_kept_out(std::string_view(variable).substr(0, variable.find('='))))
            environment.push_back(variable);
    environment.push_back(fmt::format("MDMCTL_SANDBOX_DIR={}", folder));
    environment.push_back(fmt::format("MDMCTL_NOW=@{}/clock", folder));
    environment.push_back(fmt::format("XDG_CONFIG_HOME={}/config", folder));
    environment.push_back(fmt::format("XDG_STATE_HOME={}/state", folder));
    // Said as well where it is the default: a script that sets XDG_CONFIG_HOME again must not meet the real store
    // there.
    environment.push_back(fmt::format("MDMCTL_STORE={}/state/mdmctl/mdmctl.db", folder));
    return environment;
}

Rehearsal Rehearsal::passing(const std::string& temporary, Time now) {
    return Rehearsal(make_passing_folder(temporary), false, now);
}

Rehearsal Rehearsal::kept(const std::string& folder, Time now) {
    make_private_folder(folder);
    refuse_to_move_in(folder);
    return Rehearsal(folder, true, now);
}

Rehearsal::Rehearsal(std::string folder, bool is_kept) : folder_(std::move(folder)), is_kept_(is_kept) {}

// Delegating: from here on the destructor runs, whatever fails.
Rehearsal::Rehearsal(std::string folder, bool is_kept, Time now) : Rehearsal(std::move(folder), is_kept) {
    folder_ = absolute(folder_);
    // The marker comes first: a folder that a killed run has left is known by it.
    lock_ = std::make_unique<FileLock>(fmt::format("{}/{}", folder_, marker));
    if (!identity_of(clock_file()))
        write_file(clock_file(), to_rfc3339(now) + "\n", Privacy::open);
}

Rehearsal::~Rehearsal() { take_down(); }

bool Rehearsal::take_down() {
    if (is_kept_ || is_gone_)
        return true;
    std::error_code failed;
    fs::remove_all(folder_, failed);
    is_gone_ = !failed;
    return is_gone_;
}

}  // namespace mdm::sandbox
