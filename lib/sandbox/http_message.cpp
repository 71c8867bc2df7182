// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http_message.hpp"

#include "base/text.hpp"

#include <array>
#include <fmt/format.h>

namespace mdm::sandbox {

std::string_view HttpRequest::path() const { return std::string_view(target).substr(0, target.find('?')); }

std::string_view HttpRequest::query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view{} : std::string_view(target).substr(mark + 1);
}

std::vector<std::string_view> HttpRequest::values(std::string_view name) const {
    const std::string wanted = lower_case(name);
    std::vector<std::string_view> found;
    for (const HttpHeader& header : headers)
        if (lower_case(header.name) == wanted)
            found.emplace_back(header.value);
    return found;
}

std::string http_date(Time t) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{t - day};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(std::chrono::weekday{day}.c_encoding()),
                       static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace mdm::sandbox
