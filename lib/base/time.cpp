// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm {
namespace {

using namespace std::chrono;

/// Takes exactly `digits` decimal digits off the front of text.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits)
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sys_days> take_date(std::string_view& text) {
    const auto y = take_number(text, 4);
    if (!y || !take(text, '-'))
        return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, '-'))
        return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d)
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date};
}

std::optional<seconds> take_time_of_day(std::string_view& text) {
    const auto h = take_number(text, 2);
    if (!h || !take(text, ':'))
        return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, ':'))
        return std::nullopt;
    const auto s = take_number(text, 2);
    if (!s || *h > 23 || *m > 59 || *s > 59)
        return std::nullopt;
    return hours{*h} + minutes{*m} + seconds{*s};
}

bool take_fraction(std::string_view& text) {
    if (!take(text, '.'))
        return true;
    const auto end = text.find_first_not_of("0123456789");
    if (end == 0 || text.empty())
        return false;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
    return true;
}

std::optional<seconds> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z'))
        return seconds{0};
    const bool behind = !text.empty() && text.front() == '-';
    if (!behind && (text.empty() || text.front() != '+'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto h = take_number(text, 2);
    if (!h || !take(text, ':'))
        return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || *h > 23 || *m > 59)
        return std::nullopt;
    const seconds offset = hours{*h} + minutes{*m};
    return behind ? -offset : offset;
}

}  // namespace

std::string to_rfc3339(Time t) {
    const auto midnight = floor<days>(t);
    const year_month_day date{midnight};
    const hh_mm_ss time{t - midnight};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::optional<Time> parse_time(std::string_view text) {
    const auto date = take_date(text);
    if (!date)
        return std::nullopt;
    if (text.empty())
        return Time{*date};
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' '))
        return std::nullopt;
    const auto time = take_time_of_day(text);
    if (!time || !take_fraction(text))
        return std::nullopt;
    const auto offset = take_offset(text);
    if (!offset || !text.empty())
        return std::nullopt;
    const Time utc = Time{*date} + *time - *offset;
    // An offset can lead out of the years that to_rfc3339() writes and this reads.
    const auto year = year_month_day{floor<days>(utc)}.year();
    return year >= std::chrono::year{0} && year <= std::chrono::year{9999} ? std::optional(utc) : std::nullopt;
}

std::optional<seconds> parse_duration(std::string_view text) {
    constexpr std::size_t most_digits = 9;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > most_digits || digits + 1 != text.size())
        return std::nullopt;
    const int amount = *take_number(text, digits);
    switch (text.front()) {
        case 's':
            return seconds{amount};
        case 'm':
            return minutes{amount};
        case 'h':
            return hours{amount};
        case 'd':
            return days{amount};
        case 'w':
            return weeks{amount};
        default:
            return std::nullopt;
    }
}

std::int64_t days_between(Time now, Time end) { return floor<days>(end - now).count(); }

}  // namespace mdm
