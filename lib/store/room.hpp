// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

struct Tenant;
class TenantPage;

/// One step of a room's tables, numbered from 1 without a gap. It is never edited once it was released: what must
/// change is another step. SQL that both engines take; the types are text and bigint, foreign keys `deferrable
/// initially deferred`.
struct Migration {
    std::int64_t number;
    std::string_view summary;  ///< for `store migrate`: "tenants and their policies"
    std::vector<std::string_view> sql;
    std::vector<std::string_view> sqlite_only{};      ///< behind `sql`
    std::vector<std::string_view> postgresql_only{};  ///< behind `sql`
};

/// A table, and whose its rows are.
struct Table {
    std::string_view name;
    /// The SQL condition for the rows of one tenant, `:tenant`, which stands in it once: what is handed over with it.
    /// Empty: all of it is the store's own.
    std::string_view of_tenant{};
    /// Columns that hold the id of a row elsewhere without being a foreign key.
    struct Link {
        std::string_view column;
        std::string_view table;
    };
    std::vector<Link> links{};
};

/// Something of a tenant that goes along when it is removed, and is counted before.
struct Belonging {
    std::string_view name;      ///< its key in the JSON: "certificates"
    std::string_view singular;  ///< "certificate"
    std::string_view plural;
    std::string_view sql;  ///< one row with `n` for `:tenant`; null: nobody told
};

/// Something that is not as it should be with what a tenant has of a service.
struct TenantFinding {
    std::string tenant;  ///< by id
    std::string name;    ///< of the thing, as in the inventory; empty: it is about the service as a whole
    Finding finding;
};

/// What a room keeps in the store.
struct Room {
    std::string_view name;      ///< "store", "apns"
    std::vector<Table> tables;  ///< all of them: what backup, restore and copy take along
    std::vector<Migration> migrations;
    /// What a tenant begins with that has nothing of the service yet, without --tenant.
    std::string_view connects_with{};
    std::vector<Belonging> belongings{};
    /// What goes before the secrets of `:tenant` are destroyed for good: nothing may refer to one behind it.
    std::vector<std::string_view> purge{};
    /// What stands against a tenant that came from another store and whose rows are in, but not committed. Nothing:
    /// the room has no rule of its own.
    std::function<std::vector<Finding>(Transaction&, std::string_view tenant)> judge_arrival{};
    /// What `check` is to say of tenants beside the dates that are in the inventory: what breaks a rule without any
    /// command having been refused. Null: nothing.
    std::function<std::vector<TenantFinding>(Transaction&, const TenantPage&)> judge_tenants{};
    /// Writes the tenant's lines of the inventory anew when it has come: what they were to say is told elsewhere, and
    /// what to type next is for here. Nothing: they stay, without a command.
    std::function<void(Transaction&, const Tenant&, Time now)> rewrite_inventory{};
};
using Rooms = std::vector<Room>;

}  // namespace mdm::store
