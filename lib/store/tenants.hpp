// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

struct Tenant {
    std::string id;
    std::string name;          ///< unique, removed tenants included
    std::string display_name;  ///< empty: none was given
    std::string external_id;   ///< what another system calls it; empty: none was given
    Time created_at;
    std::optional<Time> removed_at;
};

/// The store's root policy and those of its tenants are called this.
inline constexpr std::string_view root_policy_name = "/";

/// Makes the store's root policy. Once, when the store is made.
void add_root_policy(Transaction& transaction, Time now);

struct NewTenant {
    std::string name;
    std::string display_name{};
    std::string external_id{};
};
/// Adds a tenant by a given name (base/given_name.hpp), and its root policy below the store's. throws  tenant_exists,
/// bad_name
Tenant add_tenant(Transaction& transaction, const NewTenant& tenant, Time now);

/// By name. `including_removed` is for restore and history.
enum class Removed { left_out, included };
std::vector<Tenant> tenants(Transaction& transaction, Removed removed = Removed::left_out);
std::optional<Tenant> tenant_named(Transaction& transaction, std::string_view name);

/// The tenant that a command is about.
/// name     empty: the only one there is
/// throws   no_such_tenant: none of that name, or it was removed, or there is none at all; tenant_not_named
Tenant tenant_meant(Transaction& transaction, std::string_view name);

/// The id of the store's root policy, below which all tenants' are.
std::string store_root_policy(Transaction& transaction);
/// The id of a tenant's root policy.
std::string root_policy(Transaction& transaction, std::string_view tenant_id);

/// What a policy is called ("/"), and the name of its tenant; nullopt: it is the store's.
std::string policy_name(Transaction& transaction, std::string_view policy);
std::optional<std::string> policy_tenant(Transaction& transaction, std::string_view policy);

}  // namespace mdm::store
