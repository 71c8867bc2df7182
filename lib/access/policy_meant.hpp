// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "store/tenants.hpp"

#include <optional>
#include <string>

namespace mdm::access {

/// A policy that a command is about, and whose it is.
struct PolicyMeant {
    std::optional<store::Tenant> tenant;  ///< nullopt: it is the store's root
    store::Policy policy;
};

/// name     empty: the tenant's root. "/" is the store's root, which all tenants share, unless --tenant or
///          MDMCTL_TENANT names one
/// throws   no_such_policy, and what tenant_meant() throws
PolicyMeant policy_meant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);

/// It is the store's root that is named.
bool is_store_root(const cli::Settings& settings, const std::string& name);

}  // namespace mdm::access
