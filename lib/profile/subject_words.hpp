// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <string_view>

namespace mdm::profile {

/// A subject as SCEP and ACME payloads hold it, one list of pairs a part, from how people write it: "CN=%SerialNumber%,
/// O=Example\, Inc." in the order in which it is to stand. Names are C, L, ST, O, OU and CN, or dotted numbers.
/// throws  bad_usage
/// source  Apple, device-management repository, com.apple.security.scep, Subject
plist::Array subject_of(std::string_view text, std::string_view option);

}  // namespace mdm::profile
