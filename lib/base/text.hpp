// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm {

/// Text from outside, made fit to be shown: what could steer a terminal or turn a line around is written out.
/// Control characters and invalid UTF-8 bytes become \x1b, invisible and direction-changing characters \u{202e};
/// everything else, accents and CJK included, stays. The one place where this is decided.
std::string printable(std::string_view text);

/// The same, but for line feeds, which stay: for what has a way of its own to write them.
std::string printable_lines(std::string_view text);

/// True when printable() would leave text as it is.
bool is_printable(std::string_view text);

/// True for a code point that must not reach a terminal: C0 and C1 controls, DEL, line and paragraph separators,
/// zero-width and bidirectional formatting characters, the byte order mark, noncharacters.
bool is_unsafe(char32_t code_point);

/// The next code point of UTF-8 text and the bytes it takes; width 0 at the end, valid false for a byte that is none.
struct CodePoint {
    char32_t value = 0;
    std::size_t width = 0;
    bool valid = false;
};
CodePoint next_code_point(std::string_view text);

std::string_view trimmed(std::string_view text);
std::string lower_case(std::string_view text);  ///< ASCII letters only
std::string upper_case(std::string_view text);  ///< the same
std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// In single quotes, as bash, zsh and fish all read them: for command lines that people paste.
std::string shell_quoted(std::string_view text);

/// What was not given is absent, and not empty text.
std::optional<std::string> none_if_empty(const std::string& text);

/// "1 day", "3 days": for messages.
std::string counted(long long n, std::string_view singular);

}  // namespace mdm
