// SPDX-License-Identifier: Apache-2.0
#include "profile/removal.hpp"

#include "profile/value_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

bool is_true(const plist::Value& profile, std::string_view key) {
    const plist::Value* value = profile.find(key);
    const bool* flag = value != nullptr ? value->get_if<bool>() : nullptr;
    return flag != nullptr && *flag;
}

std::optional<Time> time_of(const plist::Value& profile, std::string_view key) {
    const plist::Value* value = profile.find(key);
    const Time* time = value != nullptr ? value->get_if<Time>() : nullptr;
    return time != nullptr ? std::optional{*time} : std::nullopt;
}

/// Seconds, which Apple has as a real, and people write as an integer too. A thousand years are as good as never.
std::optional<std::int64_t> seconds_of(const plist::Value& profile, std::string_view key) {
    constexpr double most = 1000.0 * 365 * 86'400;
    const plist::Value* value = profile.find(key);
    if (value == nullptr)
        return std::nullopt;
    double seconds = -1;
    if (const auto* real = value->get_if<double>())
        seconds = *real;
    else if (const auto* integer = value->get_if<std::int64_t>())
        seconds = static_cast<double>(*integer);
    return seconds >= 0 && seconds <= most ? std::optional{static_cast<std::int64_t>(std::llround(seconds))}
                                           : std::nullopt;
}

void tell_who_may(const Removal& removal, std::vector<std::string>& said) {
    if (removal.is_disallowed) {
        // Who has the removal password removes the profile all the same.
        said.emplace_back(
            removal.asks_password
                ? "Users remove it with the removal password alone where the iPhone, iPad or Apple TV is supervised; "
                  "where it is not, they can without."
                : "Users cannot remove it where the iPhone, iPad or Apple TV is supervised; where it is not, "
                  "they can.");
        said.emplace_back(removal.asks_password
                              ? "On a Mac, one that a person installed is removed with the removal password."
                              : "On a Mac, one that a person installed is removed by an administrator alone.");
    } else if (removal.asks_password) {
        said.emplace_back(
            "Who removes it is asked for a password; on an iPhone, iPad or Apple TV only where that is "
            "supervised.");
    } else if (removal.ends_management) {
        said.emplace_back(
            "Users can remove it in Settings, unless the device came by Automated Device Enrollment and "
            "its enrollment profile forbids that.");
    } else {
        said.emplace_back("Users can remove it in Settings.");
    }
    if (!removal.ends_management)
        said.emplace_back("On a Mac, one that an MDM server has sent is removed by that server alone.");
}

}  // namespace

Removal removal_of(const plist::Value& profile, const Outline& outline) {
    const auto has = [&outline](std::string_view type) {
        return std::any_of(outline.payloads.begin(), outline.payloads.end(),
                           [type](const PayloadOutline& p) { return p.type == type; });
    };
    return {.is_disallowed = is_true(profile, "PayloadRemovalDisallowed"),
            .asks_password = is_true(profile, "HasRemovalPasscode") || has("com.apple.profileRemovalPassword"),
            .ends_management = has("com.apple.mdm"),
            .at = time_of(profile, "RemovalDate"),
            .after = seconds_of(profile, "DurationUntilRemoval"),
            .update_offered_from = time_of(profile, "PayloadExpirationDate")};
}

std::vector<std::string> sentences_of(const Removal& removal, Time now) {
    std::vector<std::string> said;
    tell_who_may(removal, said);
    if (removal.at)
        said.push_back(*removal.at > now
                           ? fmt::format("It removes itself on {}.", to_rfc3339(*removal.at))
                           : fmt::format("It was to remove itself on {}, which has passed.", to_rfc3339(*removal.at)));
    if (removal.after)
        said.push_back(fmt::format("It removes itself {} after it was installed{}.", span_in_words(*removal.after),
                                   removal.at ? ", where that comes first" : ""));
    if (removal.update_offered_from)
        said.push_back(
            fmt::format("From {} on, Settings offers to update it.", to_rfc3339(*removal.update_offered_from)));
    if (removal.ends_management)
        said.emplace_back(
            "Its removal ends the management of the device, and takes all managed settings, apps and "
            "accounts with it: also those of other profiles that the server has sent.");
    return said;
}

}  // namespace mdm::profile
