// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace mdm {

/// A name that a person gives to something is UTF-8 that can be shown as it is, 1 to limits::name bytes, no space at
/// either end.
/// what    for the message: "the tenant's name"
/// throws  bad_name
void judge_given_name(std::string_view name, std::string_view what);

}  // namespace mdm
