// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "audit/commands.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::optional<Time> since;
    std::optional<Time> until;
    std::string actor;
    std::string object;
};

/// Of one tenant where one is named, else of all and of the store itself.
std::optional<std::string> chain_asked_for(cli::World& world, store::Transaction& transaction) {
    if (world.settings.tenant.empty())
        return std::nullopt;
    const auto tenant = store::tenant_named(transaction, world.settings.tenant);
    return tenant ? tenant->id : store::tenant_meant(transaction, world.settings.tenant).id;
}

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Transaction transaction = store.read();
    std::vector<cli::Record> rows;
    store::each_event(transaction,
                      {.chain = chain_asked_for(world, transaction),
                       .since = o.since,
                       .until = o.until,
                       .actor = o.actor,
                       .object = o.object},
                      [&](const store::AuditEvent& event) {
                          rows.push_back(event_record(event));
                          return true;
                      });
    return cli::Rows::of("events", {"at", "actor", "tenant", "command", "object"}, std::move(rows));
}

}  // namespace

cli::Record event_record(const store::AuditEvent& event) {
    return {
        {"id", event.id()},
        {"at", event.at},
        {"actor", event.who.actor},
        {"login", event.who.login},
        {"uid", event.who.uid},
        {"host", event.who.host},
        {"tenant", event.deed.tenant.empty() ? std::nullopt : std::optional(event.deed.tenant)},
        {"command", event.deed.command},
        {"object", event.deed.object},
        {"before", event.deed.before},
        {"after", event.deed.after},
        {"hash", event.hash},
        {"moved", event.who.moved.empty() ? std::nullopt : std::optional(event.who.moved)},
    };
}

cli::Command audit_log_command() {
    return cli::command<Options>({
        .name = "log",
        .summary = "List what was done, by whom, where and when",
        .details = "Of the tenant that --tenant or MDMCTL_TENANT names, removed ones included, else of all tenants and "
                   "of the store itself. actor is what MDMCTL_ACTOR claimed, else the login; login, uid and host are "
                   "what the system said. No key is needed, and nothing is verified: mdmctl audit verify does that.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--since", "TIME", o.since, "no event before this time");
                p.option("--until", "TIME", o.until, "no event behind this time");
                p.option("--actor", "A", o.actor, "only what this actor did");
                p.option("--object", "O", o.object, "only events whose object holds this text");
            },
        .run = run,
        .examples = {{"mdmctl audit log --tenant acme --since 2026-01-01", "What happened this year?"}},
        .codes = {ErrorCode::no_store, ErrorCode::no_such_tenant},
    });
}

}  // namespace mdm::apps
