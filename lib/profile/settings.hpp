// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/payload_schema.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mdm::profile {

/// Settings of one profile that are listed.
inline constexpr std::size_t most_settings = 5000;

/// One value of a payload, with where it is in there. For programs; people read explanation.hpp.
struct Setting {
    std::string path;       ///< "EAPClientConfiguration.AcceptEAPTypes[0]"
    std::string_view type;  ///< "string", "data", "dictionary" (of an empty one), ...
    /// Nothing where it is not shown: a secret, data, something empty. Other numbers and dates are text.
    std::variant<std::monostate, bool, std::int64_t, std::string> value{};
    bool is_secret = false;
    std::size_t bytes = 0;  ///< of data
};

/// Of each payload that is a dictionary, the keys but for the common ones with all that is in them, in file order.
/// schema   a key that it describes hides its value where it is a secret by secret_keys.hpp, another also where its
/// name
///          sounds like one
/// Beyond most_settings nothing is listed: the last payloads have fewer, or none.
std::vector<std::vector<Setting>> settings_of(const plist::Value& profile, const Schema& schema);

}  // namespace mdm::profile
