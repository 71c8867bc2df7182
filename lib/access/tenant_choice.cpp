// SPDX-License-Identifier: Apache-2.0
#include "access/tenant_choice.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace mdm::access {

void declare_tenant_choice(cli::Parser& p, TenantChoice& choice) {
    p.flag("--all-tenants", choice.all, "those of every tenant").excludes({"--tenant"});
    p.option("--label", "K=V", choice.labels, "of the tenants that have this label; given again, all of them")
        .needs({"--all-tenants"});
}

std::vector<store::Label> labels_of(const std::vector<std::string>& given) {
    std::vector<store::Label> labels;
    for (const std::string& text : given) {
        labels.push_back(store::Label::parse(text));
        if (labels.back().value.empty())
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' names no value", text),
                        "KEY=VALUE, as in region=north"};
    }
    return labels;
}

store::TenantPages chosen_tenants(store::Transaction& transaction, const cli::Settings& settings,
                                  const TenantChoice& choice) {
    if (choice.all)
        return {transaction, {.labels = labels_of(choice.labels)}};
    if (settings.tenant.empty() && store::has_several_tenants(transaction))
        throw Error{ErrorCode::tenant_not_named, "the store has several tenants, and none was named",
                    "--all-tenants takes every one, --tenant T or MDMCTL_TENANT one; mdmctl tenant list"};
    return store::TenantPages(store::tenant_meant(transaction, settings.tenant));
}

store::TenantPages watched_tenants(store::Transaction& transaction, const cli::Settings& settings,
                                   const TenantChoice& choice) {
    if (settings.tenant.empty() && !store::has_tenants(transaction))
        return {transaction, {.labels = labels_of(choice.labels)}};
    return chosen_tenants(transaction, settings, choice);
}

}  // namespace mdm::access
