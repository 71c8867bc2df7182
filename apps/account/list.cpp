// SPDX-License-Identifier: Apache-2.0
#include "account/commands.hpp"
#include "base/text.hpp"

#include <map>
#include <set>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
};

/// All that hangs on one account, in short.
struct Summary {
    Account account;
    std::set<std::string> services;
    std::optional<Time> next_end;

    void add(const store::AccountHolding& holding, const store::Tenant& tenant) {
        account.add(holding, tenant);
        services.insert(holding.service);
        if (holding.not_after && (!next_end || *holding.not_after < *next_end))
            next_end = holding.not_after;
    }
};

cli::Result run(cli::World& world, const Options& o) {
    std::map<std::string, Summary> by_account;
    each_holding(world, o.tenants, [&](const store::AccountHolding& holding, const store::Tenant& tenant) {
        by_account[lower_case(holding.account)].add(holding, tenant);
    });
    std::vector<cli::Record> rows;
    for (const auto& [key, summary] : by_account)
        rows.push_back({{"account", summary.account.name},
                        {"kind", none_if_empty(summary.account.kind)},
                        {"tenants", summary.account.tenants},
                        {"services", std::vector<std::string>(summary.services.begin(), summary.services.end())},
                        {"next_end", summary.next_end}});
    return cli::Rows::of("results", {"account", "kind", "services", "next_end", "tenants"}, std::move(rows));
}

}  // namespace

cli::Command account_list_command() {
    return cli::command<Options>({
        .name = "list",
        .summary = "List the accounts on which something hangs, of a tenant or of all",
        .details =
            "By address, whose case is ignored. kind is managed, shared or personal, as it was told; next_end is when "
            "the first of what hangs on the account ends. What was removed is left out. No key is needed; nothing is "
            "changed.",
        .options = [](cli::Parser& p, Options& o) { access::declare_tenant_choice(p, o.tenants); },
        .run = run,
        .examples = {{"mdmctl account list --all-tenants", "Whose accounts does everything hang on?"},
                     {"mdmctl account list --all-tenants --output json | jq '.results[] | select(.kind == "
                      "\"personal\")'",
                      "Those that leave with a person"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
