// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "store/tenant_file.hpp"

#include <array>
#include <string>
#include <string_view>

/// A tenant leaves for another store, whole: every row of it in every room, its secrets opened, its audit events.
namespace mdm::store {

/// Columns that mean something in their own store alone, and are made anew in another.
struct OwnColumn {
    std::string_view table;
    std::string_view column;
};
inline constexpr std::array own_columns{OwnColumn{"secrets", "sealed"}, OwnColumn{"secrets", "key_id"},
                                        OwnColumn{"audit_events", "key"}};
bool stays_behind(std::string_view table, std::string_view column);

/// Nothing is changed by it.
/// throws  audit_broken: its chain does not hold; intents_open, naming them; secret_damaged, sealed_elsewhere
///         store_too_new: there are rooms that this program does not know
TenantFile gather(Transaction& transaction, const Rooms& rooms, const StoreKey& key, const Tenant& tenant, Time now);

/// Another store looks after it from now on.
/// to      the recipient, for people: "CN=Globex", "a passphrase"
void hand_over(Change& change, Tenant& tenant, const std::string& to);

}  // namespace mdm::store
