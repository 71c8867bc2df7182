// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm {
namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";

unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// Length that the first byte of a UTF-8 sequence announces; 0 where it cannot be a first byte (RFC 3629).
std::size_t announced_width(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

}  // namespace

CodePoint next_code_point(std::string_view text) {
    if (text.empty())
        return {};
    constexpr CodePoint broken{0, 1, false};
    const unsigned char first = byte_at(text, 0);
    const std::size_t width = announced_width(first);
    if (width == 1)
        return {first, 1, true};
    if (width == 0 || text.size() < width)
        return broken;
    char32_t value = first & (0xFFU >> (width + 1));
    for (std::size_t i = 1; i < width; ++i) {
        if ((byte_at(text, i) & 0xC0U) != 0x80)
            return broken;
        value = (value << 6U) | (byte_at(text, i) & 0x3FU);
    }
    // RFC 3629, 3: neither overlong forms, nor surrogates, nor anything beyond U+10FFFF.
    const bool overlong = (width == 3 && value < 0x800) || (width == 4 && value < 0x10000);
    if (overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
        return broken;
    return {value, width, true};
}

bool is_unsafe(char32_t c) {
    const auto within = [c](char32_t from, char32_t to) { return c >= from && c <= to; };
    // Fillers of Hangul, Mongolian and Khmer are letters or marks to Unicode, and show nothing.
    const bool filler = within(0x115F, 0x1160) || within(0x17B4, 0x17B5) || c == 0x180E || c == 0x3164 || c == 0xFFA0;
    return within(0x00, 0x1F) || within(0x7F, 0x9F) || c == 0xAD || c == 0x61C || within(0x200B, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2060, 0x206F) || c == 0xFEFF || within(0xFFF9, 0xFFFB) ||
           within(0xE0000, 0xE007F) || (c & 0xFFFEU) == 0xFFFE || within(0xFDD0, 0xFDEF) || filler;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        if (!c.valid)
            out += fmt::format("\\x{:02x}", byte_at(text, 0));
        else if (!is_unsafe(c.value))
            out += text.substr(0, c.width);
        else if (c.value < 0x80)
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c.value));
        else
            out += fmt::format("\\u{{{:04x}}}", static_cast<unsigned>(c.value));
        text.remove_prefix(c.width);
    }
    return out;
}

std::string printable_lines(std::string_view text) {
    std::string out;
    for (const std::string_view line : split(text, '\n'))
        out += printable(line) + '\n';
    out.pop_back();
    return out;
}

bool is_printable(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        if (!c.valid || is_unsafe(c.value))
            return false;
        text.remove_prefix(c.width);
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string upper_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + "'";
}

std::optional<std::string> none_if_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string counted(long long n, std::string_view singular) {
    return fmt::format("{} {}{}", n, singular, n == 1 || n == -1 ? "" : "s");
}

}  // namespace mdm
