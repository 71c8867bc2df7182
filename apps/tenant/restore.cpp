// SPDX-License-Identifier: Apache-2.0
#include "base/json_object.hpp"
#include "store/tenant_removal.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

cli::Record record_of(const store::Tenant& tenant, bool changed) {
    cli::Record record = tenant_state_record(tenant);
    record.add({"changed", changed});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    return changing_tenant(world, "tenant restore", o.name, [&](access::Changing& run) -> cli::Result {
        store::Tenant tenant = run.tenant();
        const std::string before(tenant.state());
        if (before == "active") {
            world.say(fmt::format("'{}' is there; nothing was changed", tenant.name));
            return record_of(tenant, false);
        }
        const auto handed_over_at = tenant.handed_over_at;
        store::bring_back_tenant(run.change(), tenant);
        run.finish(json_object({{"state", before}}), json_object({{"state", "active"}}));
        world.say(fmt::format("{} '{}'", run.is_dry_run() ? "would bring back" : "brought back", tenant.name));
        if (handed_over_at)
            world.warn(fmt::format("it was handed over on {}: where it was imported since, two stores look after it",
                                   to_rfc3339(*handed_over_at)));
        return record_of(tenant, true);
    });
}

}  // namespace

cli::Command tenant_restore_command() {
    return cli::command<Options>({
        .name = "restore",
        .summary = "Undo the removal of a tenant, or its hand-over",
        .details = "It is there again as it was, with its keys, its history and its place in the inventory. One that "
                   "was handed over is taken back: see to it that the other store removes it. What was purged does "
                   "not come back (exit 4). Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { p.positional("T", o.name, "the tenant's name").required(); },
        .run = run,
        .examples = {{"mdmctl tenant restore acme", "It was a mistake"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_purged, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
