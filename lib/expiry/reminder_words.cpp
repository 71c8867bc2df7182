// SPDX-License-Identifier: Apache-2.0
#include "expiry/reminder_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <utility>

namespace mdm::expiry {
namespace {

/// Lines of a name and what it is; the HTML makes a table of them.
using Facts = std::vector<std::pair<std::string, std::string>>;

std::string owner(const ServiceLine& line) {
    if (!line.tenant)
        return " of all tenants";
    const store::Tenant& tenant = *line.tenant;
    return fmt::format(" of {}", tenant.display_name.empty() ? tenant.name : tenant.display_name);
}

std::string called(const ServiceLine& line) {
    const std::string_view thing = thing_of(line.service);
    return line.name.empty() ? fmt::format("{}{}", thing, owner(line))
                             : fmt::format("{} '{}'{}", thing, line.name, owner(line));
}

std::string when(const ServiceLine& line) {
    const std::int64_t days = line.days_left.value_or(0);
    if (line.state != "expired")
        return days == 0 ? "ends within a day" : fmt::format("ends in {}", counted(days, "day"));
    return days >= -1 ? "has ended" : fmt::format("ended {} ago", counted(-days - 1, "day"));
}

/// The end that was told of, or what is wrong, or that nothing is.
std::string said(const Reminder& reminder) {
    const ServiceLine& line = reminder.line;
    if (reminder.news.event == Event::resolved)
        return line.state == "removed" ? "is there no more" : "is well again";
    if (reminder.news.event != Event::finding)
        return fmt::format("{}, on {}", when(line), to_rfc3339(*line.not_after));
    const auto worst = std::find_if(line.findings.begin(), line.findings.end(), [&](const Finding& finding) {
        return reminder.news.codes.contains(std::string(name(finding.code)));
    });
    return worst == line.findings.end() ? "is not as it should be" : fmt::format("needs a look: {}", worst->message);
}

/// What is typed by who is at it already.
std::string quiet_command(const ServiceLine& line) {
    return fmt::format("mdmctl expiry ack {}{}", shell_quoted(fmt::format("{}/{}", line.service, line.name)),
                       line.tenant ? " --tenant " + shell_quoted(line.tenant->name) : " --shared");
}

Facts facts_of(const ServiceLine& line) {
    Facts facts;
    if (line.tenant)
        facts.emplace_back("tenant", line.tenant->external_id.empty()
                                         ? line.tenant->name
                                         : fmt::format("{} ({})", line.tenant->name, line.tenant->external_id));
    if (line.not_after) {
        facts.emplace_back("ends", to_rfc3339(*line.not_after));
        facts.emplace_back("then", std::string(loss_of(line.service)));
        facts.emplace_back("devices", line.devices ? std::to_string(*line.devices) : "nobody told how many");
    }
    if (!line.account.empty())
        facts.emplace_back("account", line.account);
    if (!line.topic.empty())
        facts.emplace_back("topic", line.topic);
    if (line.not_after)
        facts.emplace_back("do", std::string(renewal_of(line.service)));
    if (!line.first_command().empty())
        facts.emplace_back("first", line.first_command());
    if (line.not_after)
        facts.emplace_back("quiet", quiet_command(line));
    facts.emplace_back("item", line.id);
    return facts;
}

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text)
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string text_of(const Reminder& reminder) {
    std::string out = printable(one_line(reminder)) + "\n";
    for (const auto& [key, value] : facts_of(reminder.line))
        out += fmt::format("  {:<8} {}\n", key, printable(value));
    return out;
}

std::string html_of(const Reminder& reminder) {
    std::string out = fmt::format("<h2 style=\"font-size:1.1em;margin:1.5em 0 .3em\">{}</h2>\n<table>\n",
                                  html_text(printable(one_line(reminder))));
    for (const auto& [key, value] : facts_of(reminder.line)) {
        const bool is_code = key == "first" || key == "quiet" || key == "topic" || key == "item";
        out += fmt::format(
            "<tr><th style=\"text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;color:#555\">{}"
            "</th><td>{}{}{}</td></tr>\n",
            key, is_code ? "<code>" : "", html_text(printable(value)), is_code ? "</code>" : "");
    }
    return out + "</table>\n";
}

bool is_more_urgent(const Reminder& one, const Reminder& other) {
    return one.line.days_left.value_or(std::numeric_limits<std::int64_t>::max()) <
           other.line.days_left.value_or(std::numeric_limits<std::int64_t>::max());
}

std::string subject_of(const std::vector<Reminder>& reminders) {
    const std::string first = printable(one_line(reminders.front()));
    if (reminders.size() == 1)
        return first;
    return fmt::format("{} end: first {}", counted(static_cast<std::int64_t>(reminders.size()), "thing"), first);
}

constexpr std::string_view footer =
    "mdmctl expiry explain says who is told of something and when. What is acknowledged (quiet) is not told of before "
    "its "
    "end.";

}  // namespace

std::string one_line(const Reminder& reminder) { return fmt::format("{} {}", called(reminder.line), said(reminder)); }

std::string loss_in(const ServiceLine& line) {
    return line.devices ? fmt::format("{} ({})", loss_of(line.service), counted(*line.devices, "device"))
                        : std::string(loss_of(line.service));
}

MailWords mail_words(std::vector<Reminder> reminders) {
    std::stable_sort(reminders.begin(), reminders.end(), is_more_urgent);
    MailWords words{.subject = subject_of(reminders), .text = "", .html = ""};
    words.html = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><body style=\"font-family:sans-serif\">\n";
    for (const Reminder& reminder : reminders) {
        words.text += text_of(reminder) + "\n";
        words.html += html_of(reminder);
    }
    words.text += fmt::format("{}\n", footer);
    words.html += fmt::format("<p style=\"color:#555\">{}</p>\n</body></html>\n", html_text(footer));
    return words;
}

}  // namespace mdm::expiry
