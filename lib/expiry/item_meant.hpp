// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/inventory.hpp"
#include "store/tenants.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mdm::expiry {

/// The thing of the inventory that a person means.
/// tenant   nullopt: the store's own things, which all tenants use
/// name     "default"; "apns/default" where several services have one of that name; "apns" where the service has one
///          thing; or the id of the item
/// throws   no_such_item: none is called so, and what there is is named; item_ambiguous
store::InventoryItem item_meant(store::Transaction& transaction, const std::optional<store::Tenant>& tenant,
                                std::string_view name);

/// "apns/default": how a thing is called so that it is meant alone.
std::string full_name(const store::InventoryItem& item);

/// Among those given. nullopt where `name` fits none; throws  item_ambiguous
const store::InventoryItem* item_named(const std::vector<store::InventoryItem>& items, std::string_view name);

}  // namespace mdm::expiry
