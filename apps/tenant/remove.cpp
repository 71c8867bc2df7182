// SPDX-License-Identifier: Apache-2.0
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "store/tenant_removal.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    bool purge = false;
};

std::string called(const store::Tenant& tenant) {
    return tenant.display_name.empty() ? fmt::format("'{}'", tenant.name)
                                       : fmt::format("'{}' ({})", tenant.name, tenant.display_name);
}

/// "2 certificates, 1 private key, 40 devices": what there is none of is left out.
std::string named(const store::Consequences& all) {
    std::vector<std::string> parts;
    for (const auto& [of, n] : all.belongings)
        if (n.value_or(0) > 0)
            parts.push_back(fmt::format("{} {}", *n, *n == 1 ? of.singular : of.plural));
    return parts.empty() ? "nothing but its name" : joined(parts, ", ");
}

cli::Record record_of(const store::Tenant& tenant, const store::Consequences& all, Time now, bool changed) {
    cli::Record record = tenant_state_record(tenant);
    record.add({"changed", changed});
    for (const auto& [of, n] : all.belongings)
        record.add({std::string(of.name), n});
    std::vector<cli::Record> valid;
    for (const store::InventoryItem& item : all.still_valid)
        valid.push_back({{"service", item.service},
                         {"name", item.name},
                         {"not_after", item.not_after},
                         {"days_left", days_between(now, *item.not_after)}});
    record.add({"still_valid", std::move(valid)});
    return record;
}

std::string destruction(const store::Tenant& tenant, const store::Consequences& all) {
    return fmt::format("destroy {} of the tenant {} for good", counted(all.secrets, "secret"), called(tenant));
}

/// What was shown to the person, and the answer.
struct Question {
    std::string tenant;  ///< by id
    std::int64_t secrets = 0;
    std::optional<Error> refusal{};  ///< nullopt: it is meant, or there is nothing left to destroy
};

std::pair<store::Tenant, store::Consequences> read_what_would_go(const cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    store::Tenant tenant = named_tenant(transaction, world.settings, o.name);
    auto all = store::consequences(transaction, store.rooms(), tenant, world.clock.now());
    return {std::move(tenant), std::move(all)};
}

/// Asked while nothing is locked, and nothing is being read.
Question asked(const cli::World& world, const Options& o) {
    const auto [tenant, all] = read_what_would_go(world, o);
    Question question{.tenant = tenant.id, .secrets = all.secrets};
    if (store::is_purged(tenant, all))
        return question;
    try {
        world.confirm(destruction(tenant, all), tenant.name);
    } catch (const Error& e) {
        question.refusal = e;
    }
    return question;
}

void warn_of_what_lives_on(const cli::World& world, const store::Consequences& all) {
    for (const store::InventoryItem& item : all.still_valid)
        world.warn(fmt::format("{} '{}' is valid until {} all the same", item.service, item.name,
                               to_rfc3339(*item.not_after)));
}

/// Also for a run that was killed between its commit and this.
void forget_deleted(const cli::World& world, store::Store& store) {
    if (!store.forget_deleted())
        world.warn(
            "somebody is reading the store, and the log beside it keeps what was destroyed, sealed, until that run "
            "ends; mdmctl tenant remove --purge again sees to it");
}

cli::Result remove(access::Changing& run, const cli::World& world) {
    store::Tenant tenant = run.tenant();
    const Time now = run.change().now();
    const auto all = store::consequences(run.transaction(), run.store().rooms(), tenant, now);
    if (tenant.removed_at) {
        world.say(
            fmt::format("{} was removed on {}; nothing was changed", called(tenant), to_rfc3339(*tenant.removed_at)));
        return record_of(tenant, all, now, false);
    }
    const std::string before(tenant.state());
    store::remove_tenant(run.change(), tenant);
    run.finish(json_object({{"state", before}}), json_object({{"state", "removed"}}));
    world.say(fmt::format("{} {}: {}; nothing of it is destroyed", run.is_dry_run() ? "would remove" : "removed",
                          called(tenant), named(all)));
    warn_of_what_lives_on(world, all);
    return record_of(tenant, all, now, true);
}

cli::Result purge(access::Changing& run, const cli::World& world, const std::optional<Question>& question) {
    store::Tenant tenant = run.tenant();
    const Time now = run.change().now();
    const auto all = store::consequences(run.transaction(), run.store().rooms(), tenant, now);
    if (store::is_purged(tenant, all)) {
        if (!run.is_dry_run()) {
            run.release();
            forget_deleted(world, run.store());
        }
        world.say(fmt::format("the secrets of {} were destroyed on {}; nothing was changed", called(tenant),
                              to_rfc3339(*tenant.purged_at)));
        return record_of(tenant, all, now, false);
    }
    if (question && question->refusal)
        throw *question->refusal;
    if (question && (question->tenant != tenant.id || question->secrets != all.secrets))
        throw Error{ErrorCode::changed_meanwhile,
                    fmt::format("the tenant '{}' was changed while this was being confirmed", tenant.name),
                    "run it again: it tells what would be destroyed now"};
    const std::string before(tenant.state());
    store::purge_tenant(run.change(), run.store().rooms(), tenant);
    run.finish(json_object({{"state", before}}),
               json_object({{"state", "purged"}, {"secrets_destroyed", std::to_string(all.secrets)}}));
    if (!run.is_dry_run()) {
        run.release();
        forget_deleted(world, run.store());
    }
    world.say(fmt::format(
        "{} {}: {}; {}", run.is_dry_run() ? "would remove" : "removed", called(tenant), named(all),
        counted(all.secrets, "secret") + (run.is_dry_run() ? " would be destroyed" : " destroyed for good")));
    warn_of_what_lives_on(world, all);
    return record_of(tenant, all, now, true);
}

cli::Result run(cli::World& world, const Options& o) {
    const std::optional<Question> question =
        o.purge && !world.settings.dry_run ? std::optional(asked(world, o)) : std::nullopt;
    return changing_tenant(world, "tenant remove", o.name, [&](access::Changing& run) -> cli::Result {
        return o.purge ? purge(run, world, question) : remove(run, world);
    });
}

}  // namespace

cli::Command tenant_remove_command() {
    return cli::command<Options>({
        .name = "remove",
        .summary = "Take a tenant out of use, with everything that hangs on it",
        .details =
            "It is shown, watched and changed no longer, and nothing of it is destroyed: tenant restore brings it "
            "back. What goes along is counted, and what of it is still valid is named: that a push certificate is not "
            "watched any more does not end it. The name stays taken. Run again, it changes nothing more.\n\n"
            "--purge also destroys every secret of it: the private keys of its certificates, staged ones, its own "
            "vendor keys. There is no way back. The tenant's name must be typed at a terminal; without one --yes is "
            "needed. History, certificates and the audit chain stay, for they are no secrets. SQLite overwrites what "
            "is destroyed, in the database and in its log; a server's own logs, and backups made before, keep it, "
            "sealed under the store key.\n\n"
            "All of it is one transaction: killed at any moment, the tenant is there or removed, and the same command "
            "run again finishes.",
        .effect = cli::Effect::cannot_be_undone,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.name, "the tenant's name").required();
                p.flag("--purge", o.purge, "destroy its secrets as well, for good");
            },
        .run = run,
        .examples = {{"mdmctl tenant remove acme --dry-run", "What would go along?"},
                     {"mdmctl tenant remove acme --purge", "The contract is over, and so is what was kept"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::not_confirmed, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
