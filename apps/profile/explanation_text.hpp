// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/told_profile.hpp"

#include <cstddef>
#include <string>

namespace mdm::apps {

/// An explanation as a page of text: headings, and a line for each sentence.
/// width   columns to keep within; 0: lines are not broken
/// color   headings are bold
std::string explanation_text(const ToldProfile& told, Time now, std::size_t width, bool color);

}  // namespace mdm::apps
