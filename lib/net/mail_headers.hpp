// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/mail.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::net {

/// A header line, folded, without its last line end. What is not short printable ASCII becomes base64 encoded words of
/// at most 75 characters, cut between code points (RFC 2047, 2 and 5).
std::string header_line(std::string_view name, std::string_view value);

/// "Sun, 06 Nov 1994 08:49:37 +0000" (RFC 5322, 3.3)
std::string mail_date(Time t);

/// The head of a message that judge_message lets pass, but what MIME adds.
std::vector<std::string> header_lines(const MailMessage& message);

/// LF, CR or CRLF become CRLF, as a body wants it (RFC 5322, 2.3).
std::string with_mail_line_ends(std::string_view text);

}  // namespace mdm::net
