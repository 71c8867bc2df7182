// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"
#include "rooms/every_room.hpp"

#include <string>

/// What the commands on a tenant that is named as an argument share.
namespace mdm::apps {

/// throws  bad_usage: the argument T is empty, or --tenant says another one
void judge_argument(const cli::Settings& settings, const std::string& name);

/// The tenant that the argument T names; it may have been removed, or handed over.
/// throws  no_such_tenant, and what judge_argument() throws
store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);

/// Runs a changing command on the tenant that its argument T names. What a safety rule refuses in there (exit 4) is
/// kept as an event of the tenant's chain.
/// in_any_state   also one that was removed or handed over
template <class Act>
cli::Result changing_tenant(cli::World& world, std::string command, const std::string& name, const Act& act,
                            bool in_any_state = true) {
    const auto whose = [&](store::Transaction& transaction) {
        if (in_any_state)
            return named_tenant(transaction, world.settings, name);
        judge_argument(world.settings, name);
        return store::tenant_meant(transaction, name);
    };
    return access::changing(world,
                            {.command = std::move(command),
                             .object = "tenant " + name,
                             .rooms = every_room(),
                             .whose = whose,
                             .in_any_state = in_any_state},
                            act);
}

}  // namespace mdm::apps
