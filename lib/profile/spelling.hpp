// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// The one of `known` that was probably meant by `name`: the same but for case, blanks and hyphens, else the nearest
/// that is at most two letters away; nullopt where there is none.
std::optional<std::string_view> meant_name(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace mdm::profile
