// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <string_view>

namespace mdm::profile {

/// Reads the layout of a home screen as people write it, YAML or JSON, and gives the keys Dock and Pages of Apple's
/// payload:
///
///     dock: [com.apple.mobilephone, com.apple.mobilesafari]
///     pages:
///       - - com.apple.mobilemail
///         - web-clip: https://intranet.example.com
///         - folder: Work
///           pages:
///             - [com.example.one, com.example.two]
///
/// name    what to call the file in errors
/// throws  malformed_yaml, wrong_type, missing_key, wrong_format (a key that is none), with the line; too_deep
/// source  Apple, device-management repository, com.apple.homescreenlayout
plist::Dict home_screen_layout(std::string_view bytes, std::string_view name);

}  // namespace mdm::profile
