// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <string>

namespace mdm::plist {

/// As XML: UTF-8, Apple's document type, Unix newlines, tabs, keys in the order given. Written by libplist. Text is
/// read back byte for byte, carriage returns too. A UID becomes what Apple's tools make of it, {CF$UID: number}. throws
/// malformed_plist for a string that XML 1.0 cannot hold (control characters, invalid UTF-8) and for a date
///         outside the years 1000 to 9999
///         duplicate_key, too_deep (limits::plist_depth)
std::string to_xml(const Value& root);

/// As a binary property list. Any valid UTF-8 but the character NUL, which libplist's strings end at, and any date of
/// the years 1 to 9999. Equal values may be other bytes the next time: libplist merges some of the objects that are
/// alike, by where they lie in memory.
/// throws  as to_xml
std::string to_binary(const Value& root);

}  // namespace mdm::plist
