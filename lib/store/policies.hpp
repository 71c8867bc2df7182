// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The tree of policies: the store's root, below it one root for each tenant, below those what a tenant wants to treat
/// differently. What a policy does not say it has from the nearest one above that does.
namespace mdm::store {

class TenantPage;

/// The store's root policy and those of its tenants are called this.
inline constexpr std::string_view root_policy_name = "/";

/// What holds where no policy says anything: days before an end on which people are reminded, and from which on a
/// monitor shows it as WARNING and CRITICAL.
inline constexpr std::array<std::int64_t, 6> usual_remind_days{30, 15, 5, 3, 2, 1};
inline constexpr std::int64_t usual_warn_days = 30;
inline constexpr std::int64_t usual_critical_days = 7;

/// What a policy says itself; what is absent it has from above.
struct PolicySettings {
    std::vector<std::int64_t> remind_days{};  ///< before an end, falling: 30, 15, 5; empty: nothing is said here
    std::optional<std::int64_t> warn_days{};
    std::optional<std::int64_t> critical_days{};
};

struct Policy {
    std::string id;
    std::optional<std::string> tenant;  ///< id; nullopt: the store's root
    std::optional<std::string> parent;  ///< id; nullopt: the store's root
    std::string name;                   ///< unique within the tenant
    PolicySettings settings{};

    bool is_root() const noexcept { return name == root_policy_name; }
};

/// The policies of one tenant and the store's root above them, as they are at this moment.
class PolicyTree {
public:
    /// throws  store_damaged: it is no tree (a circle, a parent that is not there)
    PolicyTree(Transaction& transaction, std::string_view tenant_id);
    /// own   those of the tenant, by name
    PolicyTree(const Policy& store_root, std::vector<Policy> own, std::string_view tenant_id);

    const Policy& store_root() const { return policies_.front(); }
    const Policy& root() const { return policies_.at(1); }
    /// The tenant's own, its root first, each before those below it.
    std::vector<const Policy*> own() const;
    /// throws  no_such_policy
    const Policy& named(std::string_view name) const;
    const Policy& by_id(std::string_view id) const;
    std::vector<const Policy*> children(const Policy& policy) const;
    /// From the policy itself up to the store's root.
    std::vector<const Policy*> way_up(const Policy& policy) const;
    /// How many are above it, the store's root not counted: 0 for the tenant's root.
    std::size_t depth(const Policy& policy) const { return way_up(policy).size() - 2; }

private:
    std::vector<Policy> policies_;  ///< the store's root, the tenant's, then depth first by name
};

/// The trees of a page of tenants, by the tenant's id.
std::map<std::string, PolicyTree> policy_trees(Transaction& transaction, const TenantPage& page);

/// What is too much for anybody to draw, and makes every command slow.
/// throws  too_large: more policies than limits::policies; too_deep: one is below more than limits::policy_depth
void judge_size(const PolicyTree& tree);

/// What holds for a policy in the end, and which one says so; nullptr: none does, it is the usual value.
template <class T>
struct InForce {
    T value;
    const Policy* from = nullptr;
};
struct SettingsInForce {
    InForce<std::vector<std::int64_t>> remind_days;
    InForce<std::int64_t> warn_days;
    InForce<std::int64_t> critical_days;
};
/// way_up   of the policy
SettingsInForce settings_in_force(const std::vector<const Policy*>& way_up);

/// The first day before an end on which anybody is reminded: from then on it is "expiring".
std::int64_t first_reminder_day(const std::vector<const Policy*>& way_up);

/// "30,15,5", in any order, each once. throws  bad_usage: no whole numbers from 0 to 3650
std::vector<std::int64_t> parse_days(std::string_view text);

/// Makes the store's root policy. Once, when the store is made.
void add_root_policy(Transaction& transaction, Time now);
/// Makes a tenant's root policy, below the store's.
void add_tenant_root(Transaction& transaction, std::string_view tenant_id, Time now);

/// Adds a policy by a given name (base/given_name.hpp) below another. throws  policy_exists, bad_name,
/// and what judge_size() throws
Policy add_policy(Transaction& transaction, const Policy& parent, std::string_view tenant_id, const std::string& name,
                  Time now);
/// Writes what a policy says itself, and its place. throws  what judge_size() throws
void set_policy(Transaction& transaction, const Policy& policy);
/// WARNING comes before CRITICAL, for a policy as it was written and for all below it, whoever says which.
/// throws  bad_usage: not so; the policy is named
void judge_thresholds(Transaction& transaction, const Policy& policy);
/// Takes it away with its contacts and settings. throws  policy_in_use: it is a root, or others are below it
void remove_policy(Transaction& transaction, const PolicyTree& tree, const Policy& policy);

/// The store's root policy, whole. throws  store_damaged
Policy store_root(Transaction& transaction);
/// The id of the store's root policy, below which all tenants' are.
std::string store_root_policy(Transaction& transaction);
/// The id of a tenant's root policy.
std::string root_policy(Transaction& transaction, std::string_view tenant_id);

/// What a policy is called ("/"), and the name of its tenant; nullopt: it is the store's.
std::string policy_name(Transaction& transaction, std::string_view policy);
std::optional<std::string> policy_tenant(Transaction& transaction, std::string_view policy);

/// Who is told before something ends.
struct Contact {
    std::string policy;  ///< id of the one that says so
    std::string address;
};
/// The tenants of a page of which at least one policy has a contact of its own, by id.
std::set<std::string> tenants_with_contacts(Transaction& transaction, const TenantPage& page);
/// The addresses of each policy of a page of tenants, by the policy's id.
std::map<std::string, std::vector<std::string>> contacts(Transaction& transaction, const TenantPage& page);
/// Of one policy alone.
std::vector<Contact> contacts(Transaction& transaction, std::string_view policy);
/// throws  bad_name: not "someone@somewhere"
void judge_address(std::string_view address);
/// false: it was there already. throws  bad_name
bool add_contact(Transaction& transaction, std::string_view policy, const std::string& address, Time now);
/// throws  no_such_contact
void remove_contact(Transaction& transaction, std::string_view policy, const std::string& address);

}  // namespace mdm::store
