// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace mdm {

/// A name that a person gives to something is UTF-8 that can be shown as it is, 1 to limits::name bytes, no space at
/// either end.
/// what    for the message: "the tenant's name"
/// throws  bad_name
void judge_given_name(std::string_view name, std::string_view what);

/// A note that a person writes down is UTF-8 that can be shown as it is, up to limits::note bytes; unlike a name it may
/// be empty, and have several lines.
/// throws  bad_usage
void judge_note(const std::string& note);

}  // namespace mdm
