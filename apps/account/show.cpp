// SPDX-License-Identifier: Apache-2.0
#include "account/commands.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string account;
    access::TenantChoice tenants;
};

cli::Record record_of(const store::AccountHolding& holding, const store::Tenant& tenant, Time now) {
    return {{"tenant", tenant.name},
            {"service", holding.service},
            {"name", holding.name},
            {"state", holding.state},
            {"not_after", holding.not_after},
            {"days_left", holding.not_after ? cli::Value(days_between(now, *holding.not_after)) : cli::Value()},
            {"renewable_until", holding.renewable_until},
            {"consequence", holding.consequence}};
}

cli::Result run(cli::World& world, const Options& o) {
    Account account;
    std::vector<cli::Record> services;
    each_holding(world, o.tenants, [&](const store::AccountHolding& holding, const store::Tenant& tenant) {
        if (lower_case(holding.account) != lower_case(o.account))
            return;
        account.add(holding, tenant);
        services.push_back(record_of(holding, tenant, world.clock.now()));
    });
    if (services.empty())
        throw Error{ErrorCode::no_such_account, fmt::format("nothing hangs on the account '{}'", o.account),
                    fmt::format("mdmctl account list{} shows those on which something does",
                                o.tenants.all ? " --all-tenants" : "")};
    return cli::Record{{"account", account.name},
                       {"kind", none_if_empty(account.kind)},
                       {"tenants", std::move(account.tenants)},
                       {"services", std::move(services)}};
}

}  // namespace

cli::Command account_show_command() {
    return cli::command<Options>({
        .name = "show",
        .summary = "Show all that hangs on one person's account, and what happens without it",
        .details =
            "What was got with the account A and ends: for each thing its end, until when it can be renewed, and in "
            "consequence what happens when nobody can sign in with the account any more. A push certificate is seen in "
            "the portal by the account that created it, and by no other. The case of the address is ignored; what was "
            "removed is left out. No key is needed; nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("A", o.account, "the account's address").required();
                access::declare_tenant_choice(p, o.tenants);
            },
        .run = run,
        .examples = {{"mdmctl account show jo@example.org --all-tenants", "Jo leaves: what must be moved before?"}},
        .codes = {ErrorCode::no_such_account, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
