// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"
#include "cli/settings.hpp"
#include "store/tenant_page.hpp"

#include <string>
#include <vector>

namespace mdm::access {

/// Which tenants a command is about: one, or all, or those of them that have certain labels.
struct TenantChoice {
    bool all = false;
    std::vector<std::string> labels;  ///< "K=V", each of which a tenant must have
};

/// --all-tenants, --label K=V
void declare_tenant_choice(cli::Parser& p, TenantChoice& choice);

/// throws  bad_usage: one is no K=V
std::vector<store::Label> labels_of(const std::vector<std::string>& given);

/// By name. throws  no_such_tenant, tenant_not_named: without --all-tenants; bad_usage
store::TenantPages chosen_tenants(store::Transaction& transaction, const cli::Settings& settings,
                                  const TenantChoice& choice);
/// The same for what also looks at what is kept for all tenants: a store that has no tenant yet has none of them.
store::TenantPages watched_tenants(store::Transaction& transaction, const cli::Settings& settings,
                                   const TenantChoice& choice);

}  // namespace mdm::access
