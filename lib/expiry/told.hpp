// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "store/inventory.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What is in the inventory because a person told of it: a TLS or SCEP certificate, an Apps and Books token. No service
/// of mdmctl looks after it.
namespace mdm::expiry {

struct Told {
    std::string service;  ///< what kind of thing: "certificate", "vpp", "scep"
    std::string name;
    Time not_after;
    std::string policy;     ///< the policy's id; empty: it stays with the one that it is for, else the root policy
    std::string account{};  ///< that it was got with; empty: nobody said
};

/// What stands against it: the service is one that mdmctl looks after itself.
/// throws  bad_name
void judge(const Told& told);

/// A person told of it; else a service's own commands look after it.
bool is_told(const store::InventoryItem& item);

/// How a telling ended.
struct Telling {
    enum class Outcome { added, renewed, changed, unchanged };
    Outcome outcome = Outcome::added;
    std::optional<Time> before{};  ///< the end that was known
    std::string policy{};          ///< whose days and contacts count, by id
};

/// What stands against telling of it. `item_exists`: a thing of that name is a service's own; `ends_before_current`.
/// there   what the inventory has by that service and name; nullptr: nothing
std::optional<Finding> told_finding(const Told& told, const store::InventoryItem* there);

/// Writes it. A later end takes the place of the one before: it was renewed.
/// tenant   nullopt: it is the store's own
/// throws   what told_finding() finds
Telling tell(store::Change& change, const std::optional<store::Tenant>& tenant, const Told& told);

/// Takes it out of the inventory, with what was said of it. throws  item_exists: a service looks after it
void forget(store::Change& change, const std::optional<store::Tenant>& tenant, const store::InventoryItem& item);

/// Of a tenant that came from another store: judges what was told of there, and writes its lines anew.
/// throws  store_damaged: there is no end; what judge() throws
void rewrite_told(store::Transaction& transaction, const store::Tenant& tenant, Time now);

}  // namespace mdm::expiry
