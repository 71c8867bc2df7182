// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mdm::cli {

/// The word of `known` that somebody who typed `word` most likely meant: the fewest slips of a finger away (a letter
/// more, less, changed, or two swapped), or begun with it. Empty where nothing is near enough to be worth saying.
std::string closest(std::string_view word, const std::vector<std::string>& known);

}  // namespace mdm::cli
