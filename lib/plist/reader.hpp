// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/value.hpp"

#include <string_view>
#include <vector>

namespace mdm::plist {

enum class Format { xml, binary };

/// A property list as it was read, and what was odd about it: duplicate keys (duplicate_key), dates that are none,
/// base64 that is broken, integers out of range (malformed_plist). A value that breaks the rule of its type is in the
/// tree as the string that was written, so that nothing is made up. The findings' `where` is a path ("A.B[2]") and, in
/// XML, line and column ("A.B[2], line 4, column 7"); beyond limits::plist_findings they are only counted.
/// What stands against the list as a whole is thrown instead.
struct Document {
    Value root;
    Format format = Format::xml;
    std::vector<Finding> findings;
};

/// What the first bytes promise: "bplist" or, behind white space and a byte order mark, "<?xml", "<!DOCTYPE plist" or
/// "<plist". It is no proof.
bool looks_like_plist(std::string_view bytes);

/// Reads an XML or binary property list. XML by expat, in any encoding that expat knows (UTF-8, UTF-16, ISO 8859-1,
/// ASCII): declarations of entities and the like are refused; depth, number of values and bytes of text are bounded
/// (limits.hpp). Binary by our own reader, with the same bounds: every object is read once each time it is referred to,
/// and references to a container that is being read are refused.
/// throws  malformed_plist (line and column in the message, and as `where` of its one finding), too_deep (levels or
///         values), too_large
/// source  binary: the header comment of Apple's CFBinaryPList.c; XML: plist(5) and PropertyList-1.0.dtd
Document read(std::string_view bytes);
/// The same, with the name of the file at the beginning of what is thrown, and no finding.
Document read(std::string_view bytes, std::string_view name);

}  // namespace mdm::plist
