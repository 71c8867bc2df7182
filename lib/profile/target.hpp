// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a profile is meant for, and what that makes of the conditions that a schema states.
namespace mdm::profile {

enum class Channel : std::uint8_t { unknown, device, user };

/// Where a profile is to go. What is not said is not judged, or only as far as it holds everywhere.
struct Target {
    /// user: User Enrollment; by_hand: a person opens the file, no server sends it
    enum class Enrollment : std::uint8_t { unknown, device, user, shared_ipad, by_hand };

    std::optional<Os> os{};
    std::optional<Version> version{};
    std::optional<bool> supervised{};
    Enrollment enrollment = Enrollment::unknown;
    Channel channel = Channel::unknown;  ///< of macOS; PayloadScope says it where this does not
};

/// "ios", "macos:14.2", in either case; iPadOS is iOS. Sets os and version.
/// throws  bad_usage: there is no such system, or what follows is no version
void set_system(Target& target, std::string_view text);

/// What stands against a payload type or key on a target. Bits, so that what its payload has against itself is not
/// said of each key again.
enum Objection : std::uint32_t {
    not_available = 1U << 0U,
    introduced_later = 1U << 1U,
    deprecated_by_then = 1U << 2U,
    removed_by_then = 1U << 3U,
    needs_supervision = 1U << 4U,
    not_in_user_enrollment = 1U << 5U,
    only_in_user_enrollment = 1U << 6U,
    not_on_shared_ipad = 1U << 7U,
    only_on_shared_ipad = 1U << 8U,
    not_by_hand = 1U << 9U,
    not_on_device_channel = 1U << 10U,
    not_on_user_channel = 1U << 11U,
};
using Objections = std::uint32_t;

/// Without a system, an objection is one that every system has that has the thing and a word on the matter.
Objections objections(const Availability& availability, const Target& target);

/// The systems that have it, as far as is stated.
std::vector<Os> systems(const Availability& availability);

/// Whether two payloads of the type are refused on the target; without a system, on all that have it. On one that has
/// none of it nothing is.
bool refuses_several(const Availability& availability, const Target& target);

}  // namespace mdm::profile
