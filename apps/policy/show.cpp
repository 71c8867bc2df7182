// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "policy/commands.hpp"
#include "policy/explanation.hpp"
#include "rooms/every_room.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    return policy_record(transaction, access::policy_meant(transaction, world.settings, o.name), world.clock.now());
}

}  // namespace

cli::Command policy_show_command() {
    return cli::command<Options>({
        .name = "show",
        .summary = "Explain what a policy has, and which policy says so",
        .details = "NAME, else the tenant's root policy; / is the store's root, which all tenants share, unless "
                   "--tenant says whose. scope is own, inherited (from a policy of the tenant), store (from the "
                   "store's root), usual (nobody says anything else) or nobody. Contacts add up on the way; of all "
                   "else the nearest policy counts. Nothing is changed and no key is needed.",
        .options = [](cli::Parser& p, Options& o) { p.positional("NAME", o.name, "the policy").optional(); },
        .run = run,
        .examples = {{"mdmctl policy show kiosks", "Why do they get this certificate?"},
                     {"mdmctl policy show /", "What holds for all tenants"}},
        .codes = {ErrorCode::no_such_policy, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
