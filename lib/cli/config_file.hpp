// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mdm::cli {

/// One `key = value` of the configuration file.
struct ConfigEntry {
    /// A value of a type that no setting has: a number, a table, a list.
    struct OtherType {};

    std::string key;
    std::variant<std::string, bool, OtherType> value;
    unsigned line = 0;
};

/// Reads TOML, in UTF-8 or with a byte order mark. Which keys mean something is not asked here.
/// name     the file, for messages
/// throws   bad_setting, naming file and line
std::vector<ConfigEntry> parse_config(std::string_view bytes, const std::string& name);

}  // namespace mdm::cli
