// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/command.hpp"
#include "expiry/round.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <memory>

namespace mdm::apps {
namespace {

using expiry::Health;
using expiry::ServiceLine;

struct Options {
    access::TenantChoice tenants;
    std::optional<Time> at;
    bool exit_code = false;
};

cli::Record record_of(const ServiceLine& line) {
    return {{"tenant", line.tenant ? std::optional(line.tenant->name) : std::nullopt},
            {"policy", none_if_empty(line.policy)},
            {"service", line.service},
            {"name", none_if_empty(line.name)},
            {"state", line.state},
            {"expires", line.not_after},
            {"days_left", line.days_left},
            {"devices", line.devices},
            {"action", none_if_empty(line.action())}};
}

std::vector<std::string> columns() {
    return {"tenant", "service", "name", "state", "expires", "days_left", "devices", "action"};
}

bool is_worse(const ServiceLine& one, const ServiceLine& other) {
    const auto rank = [](const ServiceLine& line) {
        return std::pair(-static_cast<int>(line.health),
                         line.days_left.value_or(std::numeric_limits<std::int64_t>::max()));
    };
    return rank(one) < rank(other);
}

/// What is wrong first, the worst of it at the top: that is kept, and is little. What is right follows as it is read.
class WorstFirst {
public:
    WorstFirst(const cli::World& world, const Options& o) : round_(world, o.tenants, o.at, {}) {
        while (auto line = round_.next())
            if (line->health != Health::ok)
                wrong_.push_back(std::move(*line));
        tally_ = round_.tally();
        std::stable_sort(wrong_.begin(), wrong_.end(), is_worse);
        round_.again();
    }

    std::optional<cli::Record> next() {
        if (at_ < wrong_.size())
            return record_of(wrong_[at_++]);
        while (const auto line = round_.next())
            if (line->health == Health::ok)
                return record_of(*line);
        return std::nullopt;
    }

    std::vector<expiry::ChannelTrouble> channel_troubles() { return round_.channel_troubles(); }
    /// A way by which nobody is told is a warning of its own.
    int exit() {
        return expiry::monitoring_exit(channel_troubles().empty() ? tally_.worst()
                                                                  : std::max(tally_.worst(), expiry::Health::warning));
    }

private:
    Round round_;
    std::vector<ServiceLine> wrong_;
    std::size_t at_ = 0;
    expiry::Tally tally_;
};

/// nullptr: there is no tenant at all, which is no error of who asks how things stand.
std::shared_ptr<WorstFirst> lines_of(const cli::World& world, const Options& o) {
    try {
        return std::make_shared<WorstFirst>(world, o);
    } catch (const Error& e) {
        const bool named = !world.settings.tenant.empty() || !o.tenants.labels.empty();
        if (e.code() != ErrorCode::no_such_tenant || named || o.exit_code)
            throw;
        world.say(fmt::format("nothing is looked after yet; the first command: {}", e.hint()));
        return nullptr;
    }
}

cli::Record record_of(const expiry::ChannelTrouble& trouble) {
    return {{"channel", trouble.channel}, {"destination", trouble.where}, {"since", trouble.since},
            {"last_at", trouble.last_at}, {"code", trouble.code},         {"error", trouble.message}};
}

/// Beside the table, whose lines are services; in JSON behind them.
std::function<cli::Record()> channels(const cli::World& world, const std::vector<expiry::ChannelTrouble>& troubles) {
    if (world.settings.output == cli::Output::table || world.settings.output == cli::Output::csv) {
        for (const expiry::ChannelTrouble& trouble : troubles)
            world.warn(fmt::format("reminders do not arrive by {} ({}) since {}: {}", trouble.channel, trouble.where,
                                   to_rfc3339(trouble.since), trouble.message));
        return nullptr;
    }
    std::vector<cli::Record> records;
    for (const expiry::ChannelTrouble& trouble : troubles)
        records.push_back(record_of(trouble));
    return [records] { return cli::Record{{"channels", records}}; };
}

cli::Result run(cli::World& world, const Options& o) {
    const auto lines = lines_of(world, o);
    if (!lines)
        return cli::Rows::of("services", columns(), {});
    return {cli::Rows{.name = "services",
                      .columns = columns(),
                      .next = [lines] { return lines->next(); },
                      .behind = channels(world, lines->channel_troubles())},
            [lines, asked = o.exit_code] { return asked ? lines->exit() : 0; }};
}

cli::Command status_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Show what is connected, until when, and what to do: the worst first",
        .details =
            "A line is what a tenant has of a service, or lacks: its state, end, days left, how many devices hang on "
            "it, and what to type next. not_connected: there is nothing of it yet; blocked: it waits for a valid push "
            "certificate; expiring begins at the first reminder day of its policy. What has ended comes first, then "
            "what ends soonest and what a tenant uses and lacks; what stands well comes last, by tenant.\n\n"
            "Ways by which reminders do not arrive (mdmctl expiry remind) are said as warnings; JSON has them as "
            "channels.\n\n"
            "mdmctl check has every finding as well. --exit-code ends with the exit of a monitoring plugin: 0 OK, 1 "
            "WARNING, 2 CRITICAL, 3 UNKNOWN, and 3 for whatever keeps it from judging. Nothing is changed, and no key "
            "is needed.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.flag("--exit-code", o.exit_code, "exit as a monitoring plugin does");
                p.option("--at", "TIME", o.at, "as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl status", "How do we stand?"},
                     {"mdmctl status --all-tenants --output csv", "Every customer, for a spreadsheet"},
                     {"mdmctl status --tenant acme --at 2027-01-01", "And on New Year's Day?"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
        .monitor_with = "--exit-code",
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "status",
                          .summary = "Show what is connected, until when, and what to do: the worst first",
                          .commands = {mdm::apps::status_command()}});
}
