// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "plist/value.hpp"
#include "profile/outline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mdm::profile {

/// How a profile comes off a device again.
struct Removal {
    bool is_disallowed = false;                 ///< PayloadRemovalDisallowed
    bool asks_password = false;                 ///< HasRemovalPasscode, or a payload that brings the password
    bool ends_management = false;               ///< it has an MDM payload
    std::optional<Time> at{};                   ///< RemovalDate
    std::optional<std::int64_t> after{};        ///< DurationUntilRemoval, in seconds
    std::optional<Time> update_offered_from{};  ///< PayloadExpirationDate
};

Removal removal_of(const plist::Value& profile, const Outline& outline);

/// In sentences. What goes along with its payloads is theirs to say.
/// source  Apple, Device Management, "TopLevel": PayloadRemovalDisallowed, HasRemovalPasscode, RemovalDate
std::vector<std::string> sentences_of(const Removal& removal, Time now);

}  // namespace mdm::profile
