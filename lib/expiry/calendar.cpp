// SPDX-License-Identifier: Apache-2.0
#include "expiry/calendar.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::expiry {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line break

std::string date(Time t) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(t)};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// "20270110T120000Z" (RFC 5545, 3.3.5, form 2).
std::string date_time(Time t) {
    const std::chrono::hh_mm_ss time{t - std::chrono::floor<std::chrono::days>(t)};
    return fmt::format("{}T{:02}{:02}{:02}Z", date(t), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

/// Must grow with each change, and be below 2^31 (RFC 5545, 3.8.7.4 and 3.3.8): seconds since 2020 do until 2088. The
/// store counts no renewals, and a rollback, after which the end is earlier again, is a change as well.
std::int64_t sequence(Time changed_at) {
    using namespace std::chrono;
    constexpr Time first = sys_days{year{2020} / January / 1};
    return std::max<std::int64_t>(0, (changed_at - first).count());
}

std::string called(const ServiceLine& line) {
    std::string text = line.tenant ? line.tenant->name + ": " : "";
    text += thing_of(line.service);
    if (!line.name.empty())
        text += fmt::format(" '{}'", line.name);
    return text;
}

std::string description(const ServiceLine& line) {
    std::string text = fmt::format("It ends on {}.", to_rfc3339(*line.not_after));
    if (line.tenant && line.tenant->handed_over_at)
        return text + "\nThe tenant was handed over: another store looks after it.";
    text += fmt::format("\nTo do: {}.", renewal_of(line.service));
    if (!line.account.empty())
        text += "\nAccount: " + line.account;
    if (line.devices)
        text += fmt::format("\nDevices: {}", *line.devices);
    if (!line.renew_with.empty())
        text += "\nFirst: " + line.renew_with;
    return text;
}

void append_text(std::string& out, std::string_view property, std::string_view text) {
    append_folded(out, fmt::format("{}:{}", property, calendar_text(text)));
}

void append_alarm(std::string& out, std::int64_t days_before, std::string_view summary) {
    out += "BEGIN:VALARM\r\nACTION:DISPLAY\r\n";
    append_text(out, "DESCRIPTION", summary);
    out += days_before == 0 ? "TRIGGER:PT0S\r\n" : fmt::format("TRIGGER:-P{}D\r\n", days_before);
    out += "END:VALARM\r\n";
}

}  // namespace

void append_calendar_start(std::string& out) {
    out += "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mdmctl//mdmctl expiry export//EN\r\nCALSCALE:GREGORIAN\r\n";
}

void append_event(std::string& out, const ServiceLine& line) {
    if (!line.not_after)
        return;
    const std::string summary = called(line) + " ends";
    const std::string changed = date_time(line.changed_at);
    out += "BEGIN:VEVENT\r\n";
    append_text(out, "UID", line.id + "@mdmctl");
    // Without METHOD, DTSTAMP is the time of the last change (RFC 5545, 3.8.7.2): what did not change is the same
    // bytes.
    out +=
        fmt::format("DTSTAMP:{}\r\nLAST-MODIFIED:{}\r\nSEQUENCE:{}\r\n", changed, changed, sequence(line.changed_at));
    out += fmt::format("DTSTART;VALUE=DATE:{}\r\n", date(*line.not_after));
    append_text(out, "SUMMARY", summary);
    append_text(out, "DESCRIPTION", description(line));
    append_folded(out, fmt::format("CATEGORIES:mdmctl,{}", calendar_text(line.service)));
    out += "TRANSP:TRANSPARENT\r\n";
    if (!line.tenant || !line.tenant->handed_over_at)
        for (const std::int64_t days : line.remind_days)
            append_alarm(out, days, summary);
    out += "END:VEVENT\r\n";
}

void append_calendar_end(std::string& out) { out += "END:VCALENDAR\r\n"; }

void append_folded(std::string& out, std::string_view line) {
    const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && is_inside(line[cut]))
            --cut;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = longest_line - 1;  // the space counts
    }
    out += line;
    out += "\r\n";
}

std::string calendar_text(std::string_view text) {
    std::string value;
    for (const char c : printable_lines(text)) {
        if (c == '\\' || c == ';' || c == ',')
            value += '\\';
        if (c == '\n')
            value += "\\n";
        else
            value += c;
    }
    return value;
}

}  // namespace mdm::expiry
