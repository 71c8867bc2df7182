// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// A step that a store lacks.
struct Pending {
    std::string_view room;
    Migration migration;
};

/// In the order in which they are applied: room by room, as listed.
/// throws  store_too_new: a room of ours is further in there than this program knows
std::vector<Pending> pending_migrations(Transaction& transaction, const Rooms& rooms);

/// Applies what is pending, each step in a transaction of its own with its number, so that a killed run leaves whole
/// steps and the next one goes on from there. Two runs at once: the second finds nothing left to do.
/// throws  store_too_new, locked
std::vector<Pending> migrate(Database& database, const Rooms& rooms);

/// "store 2, apns 1": the versions that a store is at, by room; empty where it has no tables of ours.
std::vector<Row> schema_versions(Transaction& transaction);

}  // namespace mdm::store
