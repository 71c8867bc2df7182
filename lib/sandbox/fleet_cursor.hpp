// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/fleet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mdm::sandbox {

/// What a client brings back to be told what follows. It has all that is needed, signed, so that the service remembers
/// nothing of it, and the same one can be asked with again.
struct FleetCursor {
    /// A listing that was not given whole, or the stream behind it.
    std::variant<ListingPlace, StreamPlace> place;
    Time made;
    std::uint32_t turn{};  ///< of how many pages it is: no two cursors of one listing are alike
};

/// Of one that is too old.
inline constexpr std::chrono::days cursor_life{7};
inline constexpr std::size_t longest_cursor = 1000;

/// key   of the device management service: no other takes it
std::string to_text(const FleetCursor& cursor, std::string_view key);
/// nullopt: it is none, or of another service
std::optional<FleetCursor> read_cursor(std::string_view text, std::string_view key);

}  // namespace mdm::sandbox
