// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "tenant/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string display_name;
    std::string external_id;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Change change = store.change(world.clock.now());
    const store::Tenant tenant =
        store::add_tenant(change.transaction(),
                          {.name = o.name, .display_name = o.display_name, .external_id = o.external_id}, change.now());
    change.record({.tenant_id = tenant.id,
                   .tenant = tenant.name,
                   .command = "tenant add",
                   .object = fmt::format("tenant {}", tenant.name)});
    cli::Record record = tenant_record(change.transaction(), tenant);
    if (world.settings.dry_run) {
        world.say(fmt::format("'{}' can be added; nothing was changed", tenant.name));
        return record;
    }
    change.commit();
    world.say(fmt::format("added '{}'", tenant.name));
    world.next(fmt::format("mdmctl apns csr --tenant '{}' --out push.csr", tenant.name));
    return record;
}

}  // namespace

cli::Command tenant_add_command() {
    return cli::command<Options>({
        .name = "add",
        .summary = "Add a tenant: an organisation with its own push certificate, tokens and policies",
        .details = "Names may have spaces and accents; they are 1 to 200 bytes of UTF-8 that can be shown as it is. A "
                   "tenant that was removed keeps its name.\n\n"
                   "The tenant, its root policy and the first event of its audit chain are written in one "
                   "transaction: killed at any moment, all of it is there or nothing.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.name, "the tenant's name").required();
                p.option("--display-name", "N", o.display_name, "what people call it");
                p.option("--external-id", "ID", o.external_id, "what another system calls it");
            },
        .run = run,
        .examples = {{"mdmctl tenant add acme --display-name 'ACME Ltd.'", "A customer, by a short name"}},
        .codes = {ErrorCode::tenant_exists, ErrorCode::bad_name, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
