// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/place.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// A text that tells one thing from another, and where it stands.
struct Mark {
    std::string text{};   ///< empty: there is none, or it is no string
    std::string where{};  ///< place.hpp
};

/// What tells payloads and profiles apart and ties them together: all that rules across payloads and files ask for.
struct PayloadOutline {
    std::string type{};
    Mark identifier{};
    Mark uuid{};
    std::string where{};
    const plist::Value* value = nullptr;  ///< in the tree that it was read from
};
struct Outline {
    Mark identifier{};
    Mark uuid{};
    std::vector<PayloadOutline> payloads{};  ///< those that are dictionaries, in order
};

Outline outline_of(const plist::Value& profile);

/// Keys that every payload may have, and that do nothing: identifier, UUID, type, version, and texts for people.
bool is_common_key(std::string_view key);

/// The string under a key; empty where there is none.
std::string_view text_of(const plist::Value& dict, std::string_view key);
/// The same with its place, of a dictionary that is at `path`.
Mark mark_of(const plist::Value& dict, std::string_view key, const Path& path);

/// 8-4-4-4-12 letters or digits, as Apple's schema has it: that they are hexadecimal is asked nowhere.
bool is_uuid(std::string_view text);
/// Where such a thing begins inside a text; npos where there is none.
std::size_t find_uuid(std::string_view text);

}  // namespace mdm::profile
