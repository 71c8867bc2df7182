// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

/// The little of MIME (RFC 2045) that is around a server token, twice: around what is encrypted, and inside it.
namespace mdm::dep {

/// Headers, an empty line, a body; or a body alone. Line ends are LF or CRLF, folded headers are unfolded, and a body
/// that begins without the empty line is found all the same, as it is where one stands behind each line.
struct MimePart {
    std::map<std::string, std::string, std::less<>> headers;  ///< by lower-case name
    std::string_view body;                                    ///< of the text that it was read from

    /// Content-Transfer-Encoding in lower case; empty where there is none.
    std::string encoding() const;
};
MimePart read_mime_part(std::string_view text);

/// RFC 2045, 6.7. What is no escape stands for itself: a broken one is not ours to judge. One that is cut by the end of
/// the text is nothing.
std::string from_quoted_printable(std::string_view text);

}  // namespace mdm::dep
