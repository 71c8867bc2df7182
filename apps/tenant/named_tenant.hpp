// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"

#include <string>

/// What the commands on a whole tenant, in whatever state, share: remove, restore, export.
namespace mdm::apps {

/// What the rooms keep in a store, beside the store's own tables: who takes a tenant whole must know them all.
store::Rooms every_room();

/// The tenant that the argument T names; it may have been removed, or handed over.
/// throws  no_such_tenant; bad_usage: --tenant says another one
store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);

/// Runs a changing command on the tenant that its argument T names. What a safety rule refuses in there (exit 4) is
/// kept as an event of the tenant's chain.
template <class Act>
cli::Result changing_tenant(cli::World& world, std::string command, const std::string& name, const Act& act) {
    const auto whose = [&](store::Transaction& transaction) { return named_tenant(transaction, world.settings, name); };
    return access::changing(world,
                            {.command = std::move(command),
                             .object = "tenant " + name,
                             .rooms = every_room(),
                             .whose = whose,
                             .in_any_state = true},
                            act);
}

}  // namespace mdm::apps
