// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"
#include "every_room.hpp"

#include <string>

/// What the commands on a tenant that is named as an argument share.
namespace mdm::apps {

/// throws  bad_usage: the argument T is empty, or --tenant says another one
void judge_argument(const cli::Settings& settings, const std::string& name);

/// The tenant that the argument T names; it may have been removed, or handed over.
/// throws  no_such_tenant, and what judge_argument() throws
store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);
/// The same of one that is looked after here. throws  handed_over, and what named_tenant() throws
store::Tenant active_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);

/// Runs a changing command on the tenant that its argument T names. What a safety rule refuses in there (exit 4) is
/// kept as an event of the tenant's chain.
/// find   named_tenant or active_tenant
template <class Act>
cli::Result changing_tenant(cli::World& world, std::string command, const std::string& name, const Act& act,
                            decltype(&named_tenant) find = named_tenant) {
    const auto whose = [&](store::Transaction& transaction) { return find(transaction, world.settings, name); };
    return access::changing(
        world, {.command = std::move(command), .object = "tenant " + name, .rooms = every_room(), .whose = whose}, act);
}

}  // namespace mdm::apps
