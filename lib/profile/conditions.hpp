// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// What a schema states of a payload type or key, gathered by what people ask: where does it work, and what does it
/// need? A system that the schema is silent about is in none of the lists.
struct Conditions {
    std::vector<Os> systems{};     ///< that have it
    std::vector<Os> supervised{};  ///< of these, where it works on supervised devices alone
    std::vector<Os> by_server{};   ///< where a person cannot install it
    std::vector<Os> no_user_enrollment{};
    bool device_channel_only = false;       ///< of macOS
    bool user_channel_only = false;         ///< of macOS
    std::vector<std::string> since{};       ///< "iOS 4.0", for each system
    std::vector<std::string> deprecated{};  ///< "iOS 17.0", where it is, and was not removed
    std::vector<std::string> removed{};

    /// Those that have it and ask for no supervision.
    std::vector<Os> without_supervision() const;
    bool needs_supervision() const noexcept { return !supervised.empty(); }
};

Conditions conditions_of(const Availability& availability);

/// "iPhone and iPad", "Mac": what people call the devices of a system.
std::string_view devices_of(Os os);
/// "iPhone, iPad and Mac"
std::string devices_of(const std::vector<Os>& systems);

/// What a payload type needs, in a few words each: "supervision", "a server (MDM)". For tables.
std::vector<std::string> needs_of(const Conditions& conditions);
/// The same in sentences, for people.
std::vector<std::string> need_sentences(const Conditions& conditions);

}  // namespace mdm::profile
