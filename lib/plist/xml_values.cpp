// SPDX-License-Identifier: Apache-2.0
#include "plist/xml_values.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <locale>
#include <sstream>
#include <string>

namespace mdm::plist {
namespace {

/// Takes a sign off the front; true for minus.
bool take_minus(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+'))
        text.remove_prefix(1);
    return minus;
}

/// How many of the first characters are decimal digits.
std::size_t leading_digits(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    return end == std::string_view::npos ? text.size() : end;
}

/// digits [. digits] [e [sign] digits], with a digit on at least one side of the point.
bool is_decimal(std::string_view text) {
    const std::size_t whole = leading_digits(text);
    text.remove_prefix(whole);
    std::size_t fraction = 0;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        fraction = leading_digits(text);
        text.remove_prefix(fraction);
    }
    if (whole + fraction == 0)
        return false;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        take_minus(text);
        return !text.empty() && leading_digits(text) == text.size();
    }
    return text.empty();
}

/// What strtod would say in the "C" locale; from_chars for double is not in every standard library yet.
std::optional<double> number(std::string_view decimal) {
    std::istringstream in{std::string(decimal)};
    in.imbue(std::locale::classic());
    double value = 0;
    if (!(in >> value) || !std::isfinite(value))
        return std::nullopt;
    return value;
}

}  // namespace

std::optional<Value> parse_integer(std::string_view text) {
    text = trimmed(text);
    const bool minus = take_minus(text);
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (hexadecimal)
        text.remove_prefix(2);
    std::uint64_t magnitude = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), magnitude, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (minus && magnitude > most + 1)
        return std::nullopt;
    if (!minus && magnitude > most)
        return Value{magnitude};
    // Two's complement: the cast of 2^64 - magnitude is the negative number, that of 2^63 included.
    return Value{static_cast<std::int64_t>(minus ? 0 - magnitude : magnitude)};
}

std::optional<Value> parse_real(std::string_view text) {
    text = trimmed(text);
    const bool minus = take_minus(text);
    std::optional<double> value;
    if (const std::string word = lower_case(text.substr(0, 9)); word == "nan")
        value = std::numeric_limits<double>::quiet_NaN();
    else if (word == "inf" || word == "infinity")
        value = std::numeric_limits<double>::infinity();
    else if (is_decimal(text))
        value = number(text);
    if (!value)
        return std::nullopt;
    return Value{minus ? -*value : *value};
}

std::optional<Value> parse_date(std::string_view text) {
    constexpr std::string_view form = "YYYY-MM-DDTHH:MM:SSZ";
    if (text.size() != form.size() || text[10] != 'T' || text.back() != 'Z')
        return std::nullopt;
    const std::optional<Time> time = parse_time(text);
    if (!time)
        return std::nullopt;
    return Value{*time};
}

std::optional<Value> parse_data(std::string_view text) {
    std::optional<std::string> bytes = from_base64(text);
    if (!bytes)
        return std::nullopt;
    return Value{Data{std::move(*bytes)}};
}

}  // namespace mdm::plist
