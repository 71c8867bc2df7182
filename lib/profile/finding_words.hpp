// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <string>
#include <string_view>

/// Words that findings about values are made of.
namespace mdm::profile {

std::string with_article(std::string_view noun);  ///< "an integer"
std::string shortened(std::string_view text);     ///< what a person wrote, as much of it as fits into a line
std::string in_words(const Bounds& bounds);       ///< "1 to 16", "2 or more"; some are given

}  // namespace mdm::profile
