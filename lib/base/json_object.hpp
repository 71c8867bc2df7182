// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm {

/// A flat JSON object of strings and nulls, on one line, in this order: what the audit keeps of a change.
/// Bytes that are no UTF-8 become U+FFFD.
std::string json_object(const std::vector<std::pair<std::string_view, std::optional<std::string>>>& members);

/// The same: a JSON array of strings.
std::string json_array(const std::vector<std::string>& texts);

/// The string members of a JSON object; members of other types are left out. Of two with one name the last counts.
/// nullopt: it is no JSON object.
std::optional<std::map<std::string, std::string>> json_strings(std::string_view text);

/// As it stands between the quotes of a JSON string.
std::string json_escaped(std::string_view text);

}  // namespace mdm
