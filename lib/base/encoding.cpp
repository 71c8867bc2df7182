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

namespace {

/// The digits of base64 text, four at a time where they stand together, which is nearly everywhere.
class Base64Reader {
public:
    explicit Base64Reader(std::string_view text)
        : text_(text), out_(text.size() / 4 * 3 + 3, '\0') {}  // never moved: it may be a key

    std::optional<std::string> all() {
        while (at_ < text_.size())
            if (!take_four() && !take_one())
                return std::nullopt;
        return take_rest() ? std::optional(std::move(out_)) : std::nullopt;
    }

private:
    static int value_of(char c) {
        static constexpr auto values = reversed_alphabet();
        return values[static_cast<unsigned char>(c)];
    }

    void put(std::uint32_t group, int bytes) {
        for (int shift = 16; bytes > 0; --bytes, shift -= 8)
            out_[size_++] = static_cast<char>(static_cast<unsigned char>(group >> static_cast<unsigned>(shift)));
    }

    bool take_four() {
        if (digits_ % 4 != 0 || padding_ > 0 || text_.size() - at_ < 4)
            return false;
        const int first = value_of(text_[at_]);
        const int second = value_of(text_[at_ + 1]);
        const int third = value_of(text_[at_ + 2]);
        const int fourth = value_of(text_[at_ + 3]);
        if ((first | second | third | fourth) < 0)
            return false;
        put(static_cast<std::uint32_t>(first << 18 | second << 12 | third << 6 | fourth), 3);
        at_ += 4;
        digits_ += 4;
        return true;
    }

    bool take_one() {
        const char c = text_[at_++];
        if (is_space(c))
            return true;
        if (c == '=') {
            ++padding_;
            return true;
        }
        const int value = value_of(c);
        if (value < 0 || padding_ > 0)
            return false;
        group_ = group_ << 6U | static_cast<std::uint32_t>(value);
        if (++digits_ % 4 == 0) {
            put(group_, 3);
            group_ = 0;
        }
        return true;
    }

    bool take_rest() {
        const std::size_t rest = digits_ % 4;
        if (rest == 1 || (padding_ > 0 && rest + padding_ != 4))
            return false;
        if (rest > 0)
            put(group_ << (rest == 2 ? 12U : 6U), static_cast<int>(rest) - 1);
        out_.resize(size_);
        return true;
    }

    std::string_view text_;
    std::string out_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::uint32_t group_ = 0;
    std::size_t digits_ = 0;
    std::size_t padding_ = 0;
};

}  // namespace

std::optional<std::string> from_base64(std::string_view text) { return Base64Reader(text).all(); }

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
