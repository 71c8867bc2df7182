// SPDX-License-Identifier: Apache-2.0
#include "expiry/schema.hpp"

#include "expiry/marks.hpp"
#include "expiry/told.hpp"

namespace mdm::expiry {
namespace {

// `item` is the id of a line. It is no foreign key, for a line may be gone when the next run speaks of it.

/// Nobody is to be reminded of an item of the inventory: until it ends (ack), or until a day (snooze). It holds for one
/// end, `term`.
constexpr std::string_view marks_table = R"(
create table expiry_marks (
    item     text not null primary key,
    tenant   text references tenants (id) deferrable initially deferred,
    kind     text not null,
    term     text,
    until    text not null,
    reason   text,
    noted_by text not null,
    noted_at text not null
))";

/// Since when something is not as it should be with a line: of the inventory, or "<tenant>:<service>" of what a tenant
/// lacks.
constexpr std::string_view troubles_table = R"(
create table expiry_troubles (
    item   text not null primary key,
    tenant text references tenants (id) deferrable initially deferred,
    since  text not null
))";

}  // namespace

store::Room room() {
    return {.name = "expiry",
            .tables = {{.name = "expiry_marks",
                        .of_tenant = "tenant = :tenant",
                        .links = {{.column = "item", .table = "inventory"}}},
                       // What this store saw is not handed over.
                       {.name = "expiry_troubles"}},
            .migrations = {{.number = 1,
                            .summary = "what was acknowledged, and since when something is wrong",
                            .sql = {marks_table, troubles_table,
                                    "create index expiry_marks_by_tenant on expiry_marks (tenant)",
                                    "create index expiry_troubles_by_tenant on expiry_troubles (tenant)"}}},
            .belongings = {{.name = "told",
                            .singular = "other end",
                            .plural = "other ends",
                            .sql = "select count(*) as n from inventory where scope = :tenant and state = 'told'"}},
            .purge = {"delete from expiry_marks where tenant = :tenant",
                      "delete from expiry_troubles where tenant = :tenant"},
            .judge_arrival = judge_arrived_marks,
            .rewrite_inventory = rewrite_told};
}

}  // namespace mdm::expiry
