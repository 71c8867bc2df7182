// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/inventory.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The end of a tenant, and its way back. Its history, its certificates, which are public, and its audit chain stay
/// whatever happens; the name is never given to another one.
namespace mdm::store {

/// What goes along with a tenant.
struct Consequences {
    struct Count {
        Belonging of;
        std::optional<std::int64_t> n;  ///< nullopt: nobody told
    };
    std::vector<Count> belongings;           ///< room by room
    std::vector<InventoryItem> still_valid;  ///< what ends first comes first
    std::int64_t secrets = 0;                ///< what purge_tenant() destroys
};
Consequences consequences(Transaction& transaction, const Rooms& rooms, const Tenant& tenant, Time now);

/// Nothing is left of it that a purge would destroy, whatever date is written down.
bool is_purged(const Tenant& tenant, const Consequences& all);

/// Takes it out of use. Nothing is destroyed, and what it has in the inventory is not shown until it is back.
void remove_tenant(Change& change, Tenant& tenant);

/// Removes it, and destroys every secret of it. Behind the commit Store::forget_deleted() takes them out of the log.
void purge_tenant(Change& change, const Rooms& rooms, Tenant& tenant);

/// Undoes a removal and a hand-over. throws  tenant_purged
void bring_back_tenant(Change& change, Tenant& tenant);

}  // namespace mdm::store
