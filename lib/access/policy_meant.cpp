// SPDX-License-Identifier: Apache-2.0
#include "access/policy_meant.hpp"

namespace mdm::access {

bool is_store_root(const cli::Settings& settings, const std::string& name) {
    return name == store::root_policy_name && settings.tenant.empty();
}

PolicyMeant policy_meant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name) {
    if (is_store_root(settings, name))
        return {std::nullopt, store::store_root(transaction)};
    store::Tenant tenant = store::tenant_meant(transaction, settings.tenant);
    const store::PolicyTree tree(transaction, tenant.id);
    store::Policy policy = name.empty() ? tree.root() : tree.named(name);
    return {std::move(tenant), std::move(policy)};
}

}  // namespace mdm::access
