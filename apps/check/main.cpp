// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "access/tenant_choice.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "expiry/watch.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
    std::optional<Time> at;
};

cli::Value maybe(const std::string& text) { return none_if_empty(text); }

cli::Record record_of(const expiry::ServiceLine& line) {
    const std::optional<store::Tenant>& tenant = line.tenant;
    return {{"id", line.id},
            {"tenant", tenant ? cli::Value(tenant->name) : cli::Value()},
            {"external_id", tenant ? maybe(tenant->external_id) : cli::Value()},
            {"policy", maybe(line.policy)},
            {"service", line.service},
            {"name", maybe(line.name)},
            {"severity", name(line.health)},
            {"state", line.state},
            {"expires", line.not_after},
            {"days_left", line.days_left},
            {"devices", line.devices},
            {"apple_account", maybe(line.account)},
            {"key", maybe(line.key)},
            {"deployed", nullptr},
            {"first_seen_at", nullptr},
            {"last_checked_at", nullptr},
            {"acknowledged_until", nullptr},
            {"action", maybe(line.next_command)},
            {"next", line.todo.empty()
                         ? cli::Value()
                         : cli::Value(cli::Record{{"text", line.todo}, {"command", maybe(line.next_command)}})},
            {"findings", line.findings}};
}

/// What a person needs of it: what stands well and has nothing to be said of it is no line at all.
std::optional<cli::Record> shown_of(const expiry::ServiceLine& line) {
    if (line.findings.empty() && line.health == expiry::Health::ok)
        return std::nullopt;
    return cli::Record{{"severity", name(line.health)},
                       {"tenant", line.tenant ? cli::Value(line.tenant->name) : cli::Value()},
                       {"service", line.service},
                       {"name", maybe(line.name)},
                       {"state", line.state},
                       {"expires", line.not_after},
                       {"days_left", line.days_left},
                       {"devices", line.devices},
                       {"next", maybe(line.next_command)},
                       {"findings", line.findings}};
}

/// The store, held open while the answer streams.
class Round {
public:
    Round(const cli::World& world, const Options& o)
        : checked_at_(o.at.value_or(world.clock.now())),
          as_table_(world.settings.output == cli::Output::table),
          rooms_(every_room()),
          store_(access::open_store(world, rooms_)),
          transaction_(store_.read()),
          watch_(transaction_, rooms_, access::chosen_tenants(transaction_, world.settings, o.tenants), checked_at_),
          first_(watch_.next()) {
        if (watch_.tally().tenants == 0)
            throw Error{ErrorCode::no_such_tenant,
                        o.tenants.labels.empty() ? "the store has no tenant yet: there is nothing to check"
                                                 : "no tenant has these labels: there is nothing to check",
                        o.tenants.labels.empty() ? "mdmctl tenant add NAME" : "mdmctl tenant list shows the labels"};
    }

    std::optional<cli::Record> next() {
        while (const auto line = first_ ? std::exchange(first_, std::nullopt) : watch_.next())
            if (auto record = as_table_ ? shown_of(*line) : record_of(*line))
                return record;
        return std::nullopt;
    }

    cli::Record behind() const {
        const expiry::Tally& tally = watch_.tally();
        return {{"checked_at", checked_at_},
                {"summary", cli::Record{{"tenants", tally.tenants},
                                        {"ok", tally.ok},
                                        {"warning", tally.warning},
                                        {"critical", tally.critical},
                                        {"unknown", tally.unknown}}}};
    }

    int exit() const { return expiry::monitoring_exit(watch_.tally().worst()); }

private:
    Time checked_at_;
    bool as_table_;
    store::Rooms rooms_;
    store::Store store_;
    store::Transaction transaction_;
    expiry::Watch watch_;
    std::optional<expiry::ServiceLine> first_;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto round = std::make_shared<Round>(world, o);
    return {cli::Rows{.name = "services",
                      .columns = {"severity", "tenant", "service", "name", "state", "expires", "days_left", "findings"},
                      .next = [round] { return round->next(); },
                      .layout = cli::Rows::Layout::blocks,
                      .behind = [round] { return round->behind(); }},
            [round] { return round->exit(); }};
}

cli::Command check_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Check every date, rule and finding over all services: one command for the night",
        .details =
            "A line is what a tenant has of a service, or lacks. It is CRITICAL where it has ended or ends within the "
            "critical days in force (7, unless a policy says otherwise), and where a tenant uses a service (tenant set "
            "--uses) and has nothing of it; WARNING within the warning days (30), and where something breaks a rule. "
            "What a tenant that never said what it uses has not is a line that is ok. What was handed over is shown, "
            "and nothing is asked of it.\n\n"
            "Findings: a topic, certificate or key that two tenants share (Apple asks for a push certificate of its "
            "own for each organisation), an Apple Account that looks like a person's own, a policy that carries what "
            "it would inherit; and as remarks, which leave a line as it is, that nobody is told before something ends "
            "and that a tenant has no note.\n\n"
            "The exit is the monitoring plugins': the worst of all lines, and 3, UNKNOWN, for whatever keeps it from "
            "judging, wrong usage included. A table shows what is to be looked at; JSON, CSV and JSON Lines have every "
            "line. No key is needed; nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.option("--at", "TIME", o.at, "judge as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl check --all-tenants", "Every customer, as the nightly job asks it"},
                     {"mdmctl check --all-tenants --output json | jq '.services[] | select(.severity != \"ok\")'",
                      "What a ticket system is told"},
                     {"mdmctl check --all-tenants --at 2027-01-01", "What will be wrong on New Year's Day?"}},
        .codes = {ErrorCode::expired, ErrorCode::expiring, ErrorCode::not_connected, ErrorCode::shared_between_tenants,
                  ErrorCode::personal_account, ErrorCode::redundant_assignment, ErrorCode::no_contact,
                  ErrorCode::no_note, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
        .is_monitor = true,
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "check",
                          .summary = "Check every date, rule and finding over all services",
                          .commands = {mdm::apps::check_command()}});
}
