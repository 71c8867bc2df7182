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

/// The latest that a destination was told of a line.
constexpr std::string_view sent_table = R"(
create table expiry_sent (
    destination text not null,
    line        text not null,
    tenant      text references tenants (id) deferrable initially deferred,
    service     text not null,
    name        text not null,
    term        text,
    step        bigint,
    codes       text not null,
    is_open     bigint not null,
    sent_at     text not null,
    primary key (destination, line)
))";

/// What it will know of it when the message has arrived.
constexpr std::string_view outbox_table = R"(
create table expiry_outbox (
    destination text not null,
    line        text not null,
    message     text not null,
    tenant      text references tenants (id) deferrable initially deferred,
    service     text not null,
    name        text not null,
    term        text,
    step        bigint,
    codes       text not null,
    is_open     bigint not null,
    primary key (destination, line)
))";

/// When the service itself was last asked.
constexpr std::string_view asked_table = R"(
create table expiry_asked (
    line     text not null primary key,
    tenant   text references tenants (id) deferrable initially deferred,
    asked_at text not null
))";

/// Ways out by which nothing arrives.
constexpr std::string_view channels_table = R"(
create table expiry_channels (
    channel text not null,
    place   text not null,
    since   text not null,
    last_at text not null,
    code    text not null,
    message text not null,
    primary key (channel, place)
))";

}  // namespace

store::Room room() {
    return {
        .name = "expiry",
        .tables = {{.name = "expiry_marks",
                    .of_tenant = "tenant = :tenant",
                    .links = {{.column = "item", .table = "inventory"}}},
                   // What this store saw is not handed over.
                   {.name = "expiry_troubles"},
                   {.name = "expiry_sent"},
                   {.name = "expiry_outbox"},
                   {.name = "expiry_channels"},
                   {.name = "expiry_asked"}},
        .migrations = {{.number = 1,
                        .summary = "what was acknowledged, and since when something is wrong",
                        .sql = {marks_table, troubles_table,
                                "create index expiry_marks_by_tenant on expiry_marks (tenant)",
                                "create index expiry_troubles_by_tenant on expiry_troubles (tenant)"}},
                       {.number = 2,
                        .summary = "what was sent, what is on its way, and what does not arrive",
                        .sql = {sent_table, outbox_table, channels_table, asked_table,
                                "create index expiry_sent_by_tenant on expiry_sent (tenant)",
                                "create index expiry_sent_by_line on expiry_sent (line)",
                                "create index expiry_asked_by_tenant on expiry_asked (tenant)",
                                "create index expiry_outbox_by_message on expiry_outbox (message)",
                                "create index expiry_outbox_by_tenant on expiry_outbox (tenant)"}}},
        .belongings = {{.name = "told",
                        .singular = "other end",
                        .plural = "other ends",
                        .sql = "select count(*) as n from inventory where scope = :tenant and state = 'told'"}},
        .purge = {"delete from expiry_marks where tenant = :tenant",
                  "delete from expiry_troubles where tenant = :tenant",
                  "delete from expiry_sent where tenant = :tenant", "delete from expiry_outbox where tenant = :tenant",
                  "delete from expiry_asked where tenant = :tenant"},
        .judge_arrival = judge_arrived_marks,
        .rewrite_inventory = rewrite_told};
}

}  // namespace mdm::expiry
