// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm {

/// A flat JSON object of strings and nulls, on one line, in this order: what the audit keeps of a change.
/// Bytes that are no UTF-8 become U+FFFD.
std::string json_object(const std::vector<std::pair<std::string_view, std::optional<std::string>>>& members);

}  // namespace mdm
