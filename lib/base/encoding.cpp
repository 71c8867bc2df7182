// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>

namespace mdm {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex_digits = "0123456789abcdef";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f'; }

constexpr std::array<std::int8_t, 256> reversed_alphabet() {
    std::array<std::int8_t, 256> table{};
    for (auto& entry : table)
        entry = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::string from_utf16(std::string_view bytes, bool little_endian) {
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(little_endian ? a | (b << 8U) : b | (a << 8U));
    };
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const char32_t first = unit(i);
        const bool high = first >= 0xD800 && first <= 0xDBFF;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((first - 0xD800) << 10U) + (unit(i + 2) - 0xDC00));
            i += 2;
        } else {
            append_utf8(out, first >= 0xD800 && first <= 0xDFFF ? char32_t{0xFFFD} : first);
        }
    }
    return out;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t there = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = (group << 8U) | (k < there ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= there ? alphabet[(group >> (18 - 6 * k)) & 0x3FU] : '=';
    }
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    static constexpr auto value_of = reversed_alphabet();
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);  // never moved: it may be a key
    std::uint32_t group = 0;
    std::size_t digits = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (is_space(c))
            continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const int value = value_of[static_cast<unsigned char>(c)];
        if (value < 0 || padding > 0)
            return std::nullopt;
        group = (group << 6U) | static_cast<std::uint32_t>(value);
        if (++digits % 4 == 0) {
            for (const unsigned shift : {16U, 8U, 0U})
                out += static_cast<char>(static_cast<unsigned char>(group >> shift));
            group = 0;
        }
    }
    const std::size_t rest = digits % 4;
    if (rest == 1 || (padding > 0 && (rest + padding) != 4))
        return std::nullopt;
    if (rest >= 2)
        out += static_cast<char>(static_cast<unsigned char>(group >> (rest == 2 ? 4U : 10U)));
    if (rest == 3)
        out += static_cast<char>(static_cast<unsigned char>(group >> 2U));
    return out;
}

std::string to_hex(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += hex_digits[byte >> 4U];
        out += hex_digits[byte & 0x0FU];
    }
    return out;
}

std::optional<std::string> from_hex(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 2);  // never moved while it grows: it may be a key
    int high = -1;
    for (const char c : text) {
        if (is_space(c))
            continue;
        const int value = hex_value(c);
        if (value < 0)
            return std::nullopt;
        if (high < 0) {
            high = value;
        } else {
            out += static_cast<char>(static_cast<unsigned char>(high * 16 + value));
            high = -1;
        }
    }
    if (high >= 0)
        return std::nullopt;
    return out;
}

DecodedText decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return {std::string(bytes.substr(3)), "UTF-8"};
    if (bytes.starts_with("\xFF\xFE"))
        return {from_utf16(bytes.substr(2), true), "UTF-16LE"};
    if (bytes.starts_with("\xFE\xFF"))
        return {from_utf16(bytes.substr(2), false), "UTF-16BE"};
    return {std::string(bytes), ""};
}

std::optional<Finding> byte_order_mark_finding(const DecodedText& text) {
    if (text.byte_order_mark.empty())
        return std::nullopt;
    return Finding{Severity::info, ErrorCode::byte_order_mark,
                   fmt::format("it begins with the byte order mark of {}, which other programs may not read",
                               text.byte_order_mark),
                   "save it again as UTF-8 without a byte order mark", ""};
}

}  // namespace mdm
