// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/tenant_page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// The state of what is there and not over, and the service does not take: why is in the room's findings.
inline constexpr std::string_view invalid_state = "invalid";

/// What ends when: a line for each thing that an organisation must not lose. Every service writes its own, in the
/// transaction that changes the thing; status, check and all of expiry read it without knowing any service.
struct InventoryItem {
    std::string id{};     ///< stays through renewals and new names; filled when it is read
    std::string tenant;   ///< the tenant's id; empty: the store's own, which all tenants use
    std::string policy;   ///< the policy's id; empty: it belongs to no single one
    std::string service;  ///< "apns", "dep", "maid", "google"
    std::string name;     ///< tells things of one service and tenant apart: "default"
    std::optional<Time> not_after;
    std::string state;  ///< the service's word: "valid", "tracked", invalid_state, ...
    /// What to type when it ends: "mdmctl apns csr --out push.csr"; empty: nothing. Without --tenant, which is added
    /// where it is shown, for a tenant's name can change.
    std::string next_command;
    std::string account{};                  ///< that it was got with at Apple or Google; empty: none, or nobody said
    std::string key{};                      ///< "held", "tracked": another server has it; empty: there is none
    std::optional<std::int64_t> devices{};  ///< that hang on it; nullopt: nobody told
    std::string topic{};                    ///< of a push certificate; empty: it is none
    Time changed_at{};                      ///< filled when it is read
};

struct InventoryFilter {
    std::string tenant{};                 ///< id; empty: all
    std::string service{};                ///< empty: all
    std::optional<Time> ends_by{};        ///< what ends then or before
    const TenantPage* page = nullptr;     ///< of these tenants alone; nullptr: all
    bool of_store = false;                ///< the store's own alone
    Removed removed = Removed::left_out;  ///< what tenants have that were removed: it is back with them
};

/// Adds the item, or puts it in the place of the one with the same tenant, service and name.
void put_in_inventory(Transaction& transaction, const InventoryItem& item, Time now);
void take_from_inventory(Transaction& transaction, std::string_view tenant, std::string_view service,
                         std::string_view name);
/// Gives it another name, and leaves it what it is.
void rename_in_inventory(Transaction& transaction, std::string_view tenant, std::string_view service,
                         std::string_view name, std::string_view new_name);
/// What ends first comes first, what never ends last.
std::vector<InventoryItem> inventory(Transaction& transaction, const InventoryFilter& filter = {});

}  // namespace mdm::store
