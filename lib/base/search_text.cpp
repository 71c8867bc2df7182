// SPDX-License-Identifier: Apache-2.0
#include "base/search_text.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm {
namespace {

constexpr std::size_t least_serial = 4;
constexpr std::size_t least_hash = 8;

bool within(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }

/// Alphabets where capital and small letter take turns.
bool is_even_capital(char32_t c) {
    const bool latin = within(c, 0x100, 0x12F) || within(c, 0x132, 0x137) || within(c, 0x14A, 0x177);
    return (latin || within(c, 0x460, 0x481) || within(c, 0x48A, 0x4BF) || within(c, 0x4D0, 0x52F)) && c % 2 == 0;
}
bool is_odd_capital(char32_t c) {
    return (within(c, 0x139, 0x148) || within(c, 0x179, 0x17E) || within(c, 0x4C1, 0x4CE)) && c % 2 == 1;
}

/// The small letter of a capital one, of the alphabets of Europe.
char32_t small_letter(char32_t c) {
    if (within(c, 'A', 'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7) || (within(c, 0x391, 0x3A9) && c != 0x3A2) ||
        within(c, 0x410, 0x42F))
        return c + 0x20;
    if (within(c, 0x400, 0x40F))
        return c + 0x50;
    if (c == 0x178)
        return 0xFF;
    return is_even_capital(c) || is_odd_capital(c) ? c + 1 : c;
}

/// All capital letters are within two bytes of UTF-8, and their small ones, too.
std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        const char32_t small = c.valid ? small_letter(c.value) : c.value;
        if (!c.valid || small == c.value) {
            out += text.substr(0, c.width);
        } else if (small < 0x80) {
            out += static_cast<char>(small);
        } else {
            out += static_cast<char>(0xC0U | (small >> 6U));
            out += static_cast<char>(0x80U | (small & 0x3FU));
        }
        text.remove_prefix(c.width);
    }
    return out;
}

/// Hexadecimal digits as consoles and mails write them; empty where there is anything else.
std::string digits_of(std::string_view text) {
    std::string digits;
    std::string small = lower_case(text);
    std::string_view rest = small;
    if (rest.starts_with("0x"))
        rest.remove_prefix(2);
    for (const char c : rest) {
        if (c == ':' || c == ' ')
            continue;
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f'))
            return "";
        digits += c;
    }
    return digits;
}

std::string without_zeros_in_front(const std::string& digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        if (!c.valid)
            return false;
        text.remove_prefix(c.width);
    }
    return true;
}

/// A year alone is as likely a number as a date.
bool is_date(std::string_view text) {
    constexpr std::string_view form = "0000-00";
    if (text.size() < form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

}  // namespace

SearchText::SearchText(std::string_view text) : text_(trimmed(text)) {
    if (text_.empty())
        throw Error{ErrorCode::bad_usage, "the text that is looked for is empty",
                    "a topic, serial number, name, account, label, or the date on which something ends"};
    if (text_.size() > limits::search_text)
        throw Error{ErrorCode::too_large, fmt::format("the text that is looked for has {} bytes, and {} are the limit",
                                                      text_.size(), limits::search_text)};
    if (!is_utf8(text_))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no UTF-8", text_)};
    folded_ = folded(text_);
    const std::string digits = digits_of(text_);
    digits_ = without_zeros_in_front(digits);
    digits_given_ = digits.size();
    is_date_ = is_date(text_);
}

bool SearchText::is_in(std::string_view value) const { return folded(value).find(folded_) != std::string::npos; }

bool SearchText::is_in_serial(std::string_view serial) const { return has_digits_in(serial, least_serial); }

bool SearchText::is_in_hash(std::string_view hash) const { return has_digits_in(hash, least_hash); }

bool SearchText::has_digits_in(std::string_view number, std::size_t least) const {
    return !digits_.empty() && digits_given_ >= least && digits_of(number).find(digits_) != std::string::npos;
}

bool SearchText::begins(Time time) const { return is_date_ && folded(to_rfc3339(time)).starts_with(folded_); }

}  // namespace mdm
