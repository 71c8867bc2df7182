// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/tenants.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// What ends when: a line for each thing that an organisation must not lose. Every service writes its own, in the
/// transaction that changes the thing; status, check and all of expiry read it without knowing any service.
struct InventoryItem {
    std::string tenant;   ///< the tenant's id; empty: the store's own, which all tenants use
    std::string policy;   ///< the policy's id; empty: it belongs to no single one
    std::string service;  ///< "apns", "dep", "maid", "google"
    std::string name;     ///< tells things of one service and tenant apart: "default"
    std::optional<Time> not_after;
    std::string state;         ///< the service's word: "valid", "tracked", "removed", ...
    std::string next_command;  ///< what to type when it ends: "mdmctl apns renew FILE"; empty: nothing
};

struct InventoryFilter {
    std::string tenant{};                 ///< id; empty: all
    std::string service{};                ///< empty: all
    std::optional<Time> ends_by{};        ///< what ends then or before
    Removed removed = Removed::left_out;  ///< what tenants have that were removed: it is back with them
};

/// Adds the item, or puts it in the place of the one with the same tenant, service and name.
void put_in_inventory(Transaction& transaction, const InventoryItem& item, Time now);
void take_from_inventory(Transaction& transaction, std::string_view tenant, std::string_view service,
                         std::string_view name);
/// What ends first comes first, what never ends last.
std::vector<InventoryItem> inventory(Transaction& transaction, const InventoryFilter& filter = {});

}  // namespace mdm::store
