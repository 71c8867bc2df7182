// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The body of a webhook after a file of the user's: JSON with {{name}} where a value goes.
namespace mdm::expiry {

/// In the order in which they are listed; a value is empty where there is none.
using TemplateValues = std::vector<std::pair<std::string_view, std::string>>;

/// Puts each value in its place, escaped for the inside of a JSON string.
/// throws  bad_setting: a name that there is none of (the known ones are listed), a {{ without }}, or what comes out is
///         no JSON object
std::string filled(std::string_view text, const TemplateValues& values);

}  // namespace mdm::expiry
