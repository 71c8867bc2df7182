// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"
#include "cli/command.hpp"
#include "dep/holding.hpp"
#include "dep/schema.hpp"

#include <string>
#include <vector>

/// What the commands on held server tokens share.
namespace mdm::apps {

using access::Changing;
using access::refuse_on_error;

/// Changes something of the server tokens of the tenant that the settings name.
/// command   for the audit: "dep renew"
template <class Act>
auto changing_token(cli::World& world, store::Store& store, std::string command, const Act& act) {
    return access::changing(world, store, {.command = std::move(command), .object = "server token"}, act);
}

store::Store open_dep_store(const cli::World& world);
store::StoreOptions dep_store_options(const cli::World& world);

/// "server token 'default'", for events.
std::string token_object(std::string_view name);
/// Service, consumer key and end, for an event's before and after.
std::string token_value(const dep::HeldToken& held);

/// The JSON of one server token, as cli.md has it.
/// tree   of the tenant
cli::Record token_record(const store::PolicyTree& tree, const store::Tenant& tenant, const dep::HeldToken& held,
                         Time now);
/// The same of one alone.
cli::Record token_record(store::Transaction& transaction, const store::Tenant& tenant, const dep::HeldToken& held,
                         Time now);
/// What a table of them shows.
const std::vector<std::string>& token_columns();

/// --name N
void declare_token_name(cli::Parser& p, std::string& name);

/// Says the warnings of a verdict on stderr as well, for whoever reads no answer.
void warn_of_findings(const cli::World& world, const std::vector<Finding>& findings);

}  // namespace mdm::apps
