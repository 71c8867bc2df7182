// SPDX-License-Identifier: Apache-2.0
#include "net/http_date.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mdm::net {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr seconds longest_wait = days{3650};

std::optional<int> number(std::string_view digits, std::size_t width) {
    int value = 0;
    if (digits.size() != width || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// A date as read, before anything is known to exist.
struct Parts {
    std::optional<int> year;
    std::string_view month;
    std::optional<int> day;
    std::string_view time;  ///< "08:49:37"
};

std::optional<Time> time_of(const Parts& parts) {
    const auto month_at = std::find(months.begin(), months.end(), parts.month);
    if (!parts.year || !parts.day || month_at == months.end())
        return std::nullopt;
    const auto month_number = static_cast<unsigned>(month_at - months.begin()) + 1;
    const year_month_day date{year{*parts.year}, month{month_number}, day{static_cast<unsigned>(*parts.day)}};
    const std::string_view clock = parts.time;
    if (!date.ok() || clock.size() != 8 || clock[2] != ':' || clock[5] != ':')
        return std::nullopt;
    const auto h = number(clock.substr(0, 2), 2);
    const auto m = number(clock.substr(3, 2), 2);
    const auto s = number(clock.substr(6, 2), 2);
    // 60 is a leap second, which RFC 9110 allows and Time does not know: the second behind it.
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60)
        return std::nullopt;
    return Time{sys_days{date}} + hours{*h} + minutes{*m} + seconds{*s};
}

/// "94" in 2026 is 1994, "27" is 2027 (RFC 9110, 5.6.7).
std::optional<int> four_digits(std::optional<int> two_digits, Time now) {
    if (!two_digits)
        return std::nullopt;
    const int this_year = static_cast<int>(year_month_day{floor<days>(now)}.year());
    const int candidate = this_year - this_year % 100 + *two_digits;
    return candidate > this_year + 50 ? candidate - 100 : candidate;
}

bool is_weekday(std::string_view word, bool is_short) {
    return std::any_of(weekdays.begin(), weekdays.end(),
                       [&](std::string_view day) { return word == (is_short ? day.substr(0, 3) : day); });
}

std::optional<Time> parse_fixed_form(const std::vector<std::string_view>& words) {
    if (words.size() != 6 || words[0].size() != 4 || words[0][3] != ',' || !is_weekday(words[0].substr(0, 3), true) ||
        words[5] != "GMT")
        return std::nullopt;
    return time_of({.year = number(words[3], 4), .month = words[2], .day = number(words[1], 2), .time = words[4]});
}

std::optional<Time> parse_rfc850_form(const std::vector<std::string_view>& words, Time now) {
    if (words.size() != 4 || !words[0].ends_with(',') || words[3] != "GMT" ||
        !is_weekday(words[0].substr(0, words[0].size() - 1), false))
        return std::nullopt;
    const auto date = split(words[1], '-');
    if (date.size() != 3)
        return std::nullopt;
    return time_of(
        {.year = four_digits(number(date[2], 2), now), .month = date[1], .day = number(date[0], 2), .time = words[2]});
}

std::optional<Time> parse_asctime_form(std::vector<std::string_view> words) {
    // A day of one digit has a second space before it.
    if (words.size() == 6 && words[2].empty() && words[3].size() == 1)
        words.erase(words.begin() + 2);
    if (words.size() != 5 || !is_weekday(words[0], true))
        return std::nullopt;
    const std::size_t width = words[2].size() == 1 ? 1 : 2;
    return time_of({.year = number(words[4], 4), .month = words[1], .day = number(words[2], width), .time = words[3]});
}

}  // namespace

std::optional<Time> parse_http_date(std::string_view text, Time now) {
    const auto words = split(text, ' ');
    if (const auto time = parse_fixed_form(words))
        return time;
    if (const auto time = parse_rfc850_form(words, now))
        return time;
    return parse_asctime_form(words);
}

std::optional<seconds> parse_retry_after(std::string_view text, Time now) {
    const std::string_view value = trimmed(text);
    if (value.empty())
        return std::nullopt;
    if (value.find_first_not_of("0123456789") != std::string_view::npos) {
        const auto time = parse_http_date(value, now);
        if (!time)
            return std::nullopt;
        return std::clamp<seconds>(*time - now, seconds{0}, longest_wait);
    }
    std::int64_t wait = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), wait);
    if (end.ec != std::errc{})
        return longest_wait;  // more digits than any number has that makes sense
    return std::min(seconds{wait}, longest_wait);
}

}  // namespace mdm::net
