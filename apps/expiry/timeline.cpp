// SPDX-License-Identifier: Apache-2.0
#include "expiry/timeline.hpp"

#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/round.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace mdm::apps {
namespace {

using expiry::Ending;
using expiry::Period;

/// A table names as many of a month; the others are counted.
constexpr std::size_t named = 3;
constexpr std::int64_t longest_bar = 12;

struct Options {
    access::TenantChoice tenants;
    std::optional<Time> at;
};

cli::Record record_of(const Ending& ending, Time now) {
    return {{"id", ending.id},
            {"tenant", ending.tenant},
            {"external_id", none_if_empty(ending.external_id)},
            {"service", ending.service},
            {"name", none_if_empty(ending.name)},
            {"severity", name(ending.health)},
            {"state", ending.state},
            {"expires", ending.not_after},
            {"days_left", days_between(now, ending.not_after)},
            {"devices", ending.devices}};
}

/// "acme apns 'kiosks'". The name that a thing has unless somebody gave it one says nothing.
std::string text_of(const Ending& ending) {
    std::string text = ending.tenant ? *ending.tenant + ' ' : "";
    text += ending.service;
    if (!ending.name.empty() && ending.name != "default")
        text += fmt::format(" '{}'", ending.name);
    return text;
}

/// With the day before them: whole, or what the name of the month leaves to be said, "01-10".
std::vector<std::string> texts_of(const Period& period, bool whole_dates) {
    constexpr std::size_t end_of_day = 10;
    constexpr std::size_t end_of_year = 5;
    std::vector<std::string> texts;
    for (const Ending& ending : period.nearest) {
        const std::string day = to_rfc3339(ending.not_after).substr(0, end_of_day);
        texts.push_back(fmt::format("{} {}", whole_dates ? day : day.substr(end_of_year), text_of(ending)));
    }
    return texts;
}

std::vector<std::string> counts(const Period& period) {
    std::vector<std::string> texts;
    for (const auto& [service, count] : period.services)
        texts.push_back(fmt::format("{} {}", service, count));
    return texts;
}

cli::Record as_data(const Period& period, Time now) {
    std::vector<cli::Record> services;
    for (const auto& [service, count] : period.services)
        services.push_back({{"service", service}, {"total", count}});
    std::vector<cli::Record> items;
    for (const Ending& ending : period.nearest)
        items.push_back(record_of(ending, now));
    return {{"month", period.name},
            {"total", period.total},
            {"services", std::move(services)},
            {"items", std::move(items)}};
}

cli::Record as_cells(const Period& period) {
    return {{"month", period.name},
            {"total", period.total},
            {"services", counts(period)},
            {"items", texts_of(period, true)}};
}

/// One block stands for `scale` endings or a part of them: what is little is still seen.
std::string bar(std::int64_t total, std::int64_t scale) {
    std::string drawn;
    for (std::int64_t i = 0; i < (total + scale - 1) / scale; ++i)
        drawn += "█";
    return drawn;
}

cli::Record as_drawing(const Period& period, std::int64_t scale) {
    const std::vector<std::string> texts = texts_of(period, !period.is_month);
    std::string what = joined(texts, ", ");
    if (const auto more = period.total - static_cast<std::int64_t>(texts.size()); more > 0) {
        what += fmt::format(", {} more", more);
        if (period.services.size() > 1)
            what += fmt::format(" ({} in all)", joined(counts(period), ", "));
    }
    return {
        {"month", period.name}, {"total", period.total}, {"ends", bar(period.total, scale)}, {"what", std::move(what)}};
}

/// How many endings one block of the bars stands for.
std::int64_t scale_of(const std::vector<Period>& periods) {
    std::int64_t most = 1;
    for (const Period& period : periods)
        most = std::max(most, period.total);
    return (most + longest_bar - 1) / longest_bar;
}

std::vector<cli::Record> rows_of(const std::vector<Period>& periods, cli::Output output, Time now) {
    const std::int64_t scale = scale_of(periods);
    std::vector<cli::Record> rows;
    rows.reserve(periods.size());
    for (const Period& period : periods)
        rows.push_back(output == cli::Output::table ? as_drawing(period, scale)
                       : output == cli::Output::csv ? as_cells(period)
                                                    : as_data(period, now));
    return rows;
}

cli::Result run(cli::World& world, const Options& o) {
    const cli::Output output = world.settings.output;
    const bool as_table = output == cli::Output::table;
    Round round(world, o.tenants, o.at);
    expiry::Timeline timeline(round.checked_at(), as_table ? named : std::numeric_limits<std::size_t>::max());
    while (const auto line = round.next())
        timeline.add(*line);
    cli::Rows rows = cli::Rows::of("results",
                                   as_table ? std::vector<std::string>{"month", "total", "ends", "what"}
                                            : std::vector<std::string>{"month", "total", "services", "items"},
                                   rows_of(timeline.periods(), output, round.checked_at()));
    rows.behind = [checked_at = round.checked_at(), tenants = round.tally().tenants,
                   without_end = timeline.without_end()] {
        return cli::Record{{"checked_at", checked_at}, {"tenants", tenants}, {"without_end", without_end}};
    };
    return rows;
}

}  // namespace

cli::Command expiry_timeline_command() {
    return cli::command<Options>({
        .name = "timeline",
        .summary = "Draw the coming 13 months, and what ends in each",
        .details =
            "A line for each calendar month (UTC), this one first: a year ahead, so that what was renewed this month "
            "is in the last one. `ended` is before them, the last to end first; `later` is what ends behind them. A "
            "table names three of a month, the first to end, and counts the others; the bars are drawn to one scale, "
            "and what is little is still a block. JSON has every item; the months that nothing ends in are there as "
            "well. without_end counts what is there and whose end nobody knows. What a tenant lacks is not in it: "
            "`mdmctl check` shows it. No key is needed; nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.option("--at", "TIME", o.at, "draw it as if it were then").shown_default("now");
            },
        .run = run,
        .examples =
            {{"mdmctl expiry timeline --all-tenants", "When will there be much to renew?"},
             {"mdmctl expiry timeline --all-tenants --output json | jq -r '.results[] | [.month, .total] | @tsv'",
              "The same as two columns"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
