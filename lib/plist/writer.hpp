// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <string>

namespace mdm::plist {

/// As XML, with Apple's document type and Unix newlines, keys in the order given. Written by libplist.
/// throws  malformed_plist for a string that XML 1.0 cannot hold (control characters, invalid UTF-8)
std::string to_xml(const Value& root);
/// As a binary property list.
std::string to_binary(const Value& root);

}  // namespace mdm::plist
