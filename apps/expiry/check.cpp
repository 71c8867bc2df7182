// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/plugin_line.hpp"
#include "expiry/round.hpp"

#include <fmt/format.h>
#include <limits>

namespace mdm::apps {
namespace {

constexpr std::int64_t not_given = std::numeric_limits<std::int64_t>::min();

struct Options {
    access::TenantChoice tenants;
    std::int64_t warn = not_given;
    std::int64_t critical = not_given;
    std::optional<Time> at;
};

std::optional<std::int64_t> days(std::int64_t given, std::string_view option) {
    if (given == not_given)
        return std::nullopt;
    if (given < 0 || given > 3650)
        throw Error{ErrorCode::bad_usage, fmt::format("{} takes days from 0 to 3650", option)};
    return given;
}

expiry::Watch::Options watched(const Options& o) {
    expiry::Watch::Options options{.what = expiry::Watch::What::ends,
                                   .warn_days = days(o.warn, "--warn"),
                                   .critical_days = days(o.critical, "--critical")};
    if (options.warn_days && options.critical_days && *options.critical_days > *options.warn_days)
        throw Error{ErrorCode::bad_usage, "--critical is more than --warn", "WARNING comes before CRITICAL"};
    return options;
}

cli::Record record_of(const expiry::PluginLine& line, Time checked_at) {
    const expiry::Tally& tally = line.tally();
    return {{"status", line.status()},
            {"checked_at", checked_at},
            {"summary", cli::Record{{"tenants", tally.tenants},
                                    {"ok", tally.ok},
                                    {"warning", tally.warning},
                                    {"critical", tally.critical},
                                    {"unknown", tally.unknown}}},
            {"text", line.text()}};
}

cli::Result answer(const expiry::PluginLine& line, Time checked_at) {
    cli::Result result(cli::Text{line.text() + "\n", record_of(line, checked_at)});
    result.exit = [exit = line.exit()] { return exit; };
    return result;
}

cli::Result run(cli::World& world, const Options& o) {
    const Time now = o.at.value_or(world.clock.now());
    try {
        const auto options = watched(o);
        Round round(world, o.tenants, o.at, options);
        expiry::PluginLine line;
        while (const auto item = round.next())
            if (!item->tenant || !item->tenant->handed_over_at)
                line.take(*item);
        line.finish(round.tally());
        return answer(line, now);
    } catch (const Error& e) {
        // A monitor reads standard output alone.
        cli::Result result = answer(expiry::PluginLine::unknown(e), now);
        result.failure = e;
        return result;
    }
}

}  // namespace

cli::Command expiry_check_command() {
    return cli::command<Options>({
        .name = "check",
        .summary = "Answer a monitoring system: one line with performance data, and its exit code",
        .details =
            "For Nagios, Icinga, Checkmk, Zabbix and what else runs monitoring plugins. Every end in the inventory is "
            "looked at: CRITICAL where it has ended, or ends within the critical days, WARNING within the warning days "
            "(those in force for its policy, unless --warn and --critical are given). What is there and whose end "
            "cannot be read is UNKNOWN, and so is a store with nothing to watch over, or one that cannot be opened: "
            "never OK. Unlike mdmctl check it looks at ends alone, not at what a tenant lacks.\n\n"
            "The first line names what ends first; the lines behind it are the worst. Performance data: how many are "
            "ok, warning, critical and unknown, the least days left, and the days left of each item while there are "
            "no more than 20. What a tenant that was handed over has is not counted against anybody.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.option("--warn", "N", o.warn, "WARNING from that many days before an end on")
                    .shown_default("what is in force for the policy");
                p.option("--critical", "N", o.critical, "CRITICAL from that many days before an end on")
                    .shown_default("what is in force for the policy");
                p.option("--at", "TIME", o.at, "judge as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry check --all-tenants", "As a plugin"},
                     {"mdmctl expiry check --tenant acme --warn 45 --critical 14", "With thresholds of its own"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
        .is_monitor = true,
    });
}

}  // namespace mdm::apps
