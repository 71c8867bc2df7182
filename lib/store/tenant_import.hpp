// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "store/tenant_file.hpp"

#include <cstdint>
#include <string>

/// A tenant arrives from another store. What the file says is held against the tables as they are here, against itself,
/// and against every other tenant; no name in it reaches a statement before that.
namespace mdm::store {

struct Arrival {
    Tenant tenant;
    std::int64_t rows = 0;
    std::int64_t secrets = 0;
    std::int64_t events = 0;
    std::string head{};  ///< the hash of the last of them there
};

/// Takes all of it in, in the change that the caller commits: its rows, below this store's root policy; its secrets,
/// sealed for this store; its audit events, as they were told there, signed anew. That they came is the caller's event.
/// as      the name it gets here; empty: the one that it has
/// throws  not_a_tenant_export: it does not fit together; store_too_new, store_too_old: it was written by another
/// mdmctl
///         bad_name: of `as`; too_large, too_deep: its policies are above a limit
///         tenant_exists, other_tenant, and what Room::judge_arrival says: all that stands against it, at once
Arrival take_in(Change& change, const Rooms& rooms, const TenantFile& file, const std::string& as);

}  // namespace mdm::store
