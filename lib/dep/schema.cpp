// SPDX-License-Identifier: Apache-2.0
#include "dep/schema.hpp"

#include "dep/arrival.hpp"
#include "dep/tenant_findings.hpp"

namespace mdm::dep {
namespace {

/// Keys that server tokens are encrypted for, each with the certificate that the portal was given. None is ever thrown
/// away: the portal goes on encrypting for it, and it signs for Managed Apple Accounts. Of one that another server
/// holds `key_secret` is null.
constexpr std::string_view keys_table = R"(
create table dep_keys (
    id                text not null primary key,
    tenant            text not null references tenants (id) deferrable initially deferred,
    name              text not null,
    seq               bigint not null,
    certificate       text not null,
    serial            text not null,
    public_key_sha256 text not null,
    key_secret        text references secrets (id) deferrable initially deferred,
    actor             text not null,
    created_at        text not null,
    promoted_at       text
))";

/// What a tenant calls its server token, through all its renewals. `origin` is empty as long as another server holds
/// its key, for it is sent nowhere then. `current` is a row of dep_versions, which refer to this one. `standing` is
/// what Apple said of it last: null, superseded, rejected, terms_not_accepted.
constexpr std::string_view tokens_table = R"(
create table dep_tokens (
    id            text not null primary key,
    tenant        text not null references tenants (id) deferrable initially deferred,
    name          text not null,
    apple_account text,
    note          text,
    origin        text not null,
    current       text not null,
    standing      text,
    standing_at   text,
    retry_at      text,
    devices       bigint,
    last_sync     text,
    created_at    text not null,
    removed_at    text,
    unique (tenant, name)
))";

/// Each server token that was ever imported. What the account said is that of the last time that it was asked. Of one
/// whose key another server holds `secret` is null, and `estimated` says that nobody told the end.
constexpr std::string_view versions_table = R"(
create table dep_versions (
    id                  text not null primary key,
    token               text not null references dep_tokens (id) deferrable initially deferred,
    seq                 bigint not null,
    consumer_key        text,
    access_token_sha256 text,
    access_token_expiry text not null,
    estimated           bigint not null,
    sandbox             bigint not null,
    secret              text references secrets (id) deferrable initially deferred,
    key                 text references dep_keys (id) deferrable initially deferred,
    server_uuid         text,
    server_name         text,
    org_id              text,
    org_name            text,
    org_type            text,
    admin_id            text,
    account_at          text,
    imported_at         text not null
))";

/// What was current from when on, and how it came to be.
constexpr std::string_view changes_table = R"(
create table dep_changes (
    token   text not null references dep_tokens (id) deferrable initially deferred,
    seq     bigint not null,
    at      text not null,
    event   text not null,
    version text not null references dep_versions (id) deferrable initially deferred,
    actor   text not null,
    primary key (token, seq)
))";

/// What `tenant add --from` wrote into the inventory alone before there was this room.
constexpr std::string_view told_before = R"(
insert into dep_tokens (id, tenant, name, origin, current, created_at)
select i.id, i.tenant, i.name, '', i.id, i.changed_at
from inventory i where i.service = 'dep' and i.tenant is not null and i.not_after is not null)";
constexpr std::string_view told_before_versions = R"(
insert into dep_versions (id, token, seq, access_token_expiry, estimated, sandbox, imported_at)
select i.id, i.id, 1, i.not_after, 0, 0, i.changed_at
from inventory i where i.service = 'dep' and i.tenant is not null and i.not_after is not null)";
constexpr std::string_view told_before_changes = R"(
insert into dep_changes (token, seq, at, event, version, actor)
select t.id, 1, t.created_at, 'track', t.current, 'tenant add --from' from dep_tokens t)";

/// What Apple says of each device that is, or was, assigned to a token's service. `more` is a JSON object of all other
/// members that Apple sent. What is unchanged is not rewritten: a device was confirmed at the later of `changed_at` and
/// dep_syncs.full_at. `revision` and `event` (added, modified, deleted) say by which writing it became what it is.
/// No foreign key, here and in the two tables below: a million checks at commit, of rows that only a sync writes.
constexpr std::string_view devices_table = R"(
create table dep_devices (
    token                  text not null,
    serial                 text not null,
    model                  text,
    description            text,
    color                  text,
    asset_tag              text,
    device_family          text,
    os                     text,
    profile_status         text,
    profile_uuid           text,
    profile_assign_time    text,
    profile_push_time      text,
    device_assigned_date   text,
    device_assigned_by     text,
    mdm_migration_deadline text,
    more                   text,
    op_date                text,
    first_seen_at          text not null,
    changed_at             text not null,
    removed_at             text,
    revision               bigint not null,
    event                  text not null,
    primary key (token, serial)
))";

/// What a full fetch has brought so far, in order of arrival; empty again when it was merged. Not copied, and on a
/// server not logged: dep_syncs counts what must be here, and a fetch of which something is missing begins anew. A page
/// of changes passes through it within a transaction; `op` is theirs alone.
constexpr std::string_view staging_table = R"(
create table dep_staging (
    token                  text not null,
    seq                    bigint not null,
    serial                 text not null,
    model                  text,
    description            text,
    color                  text,
    asset_tag              text,
    device_family          text,
    os                     text,
    profile_status         text,
    profile_uuid           text,
    profile_assign_time    text,
    profile_push_time      text,
    device_assigned_date   text,
    device_assigned_by     text,
    mdm_migration_deadline text,
    more                   text,
    op                     text,
    op_date                text
))";

/// What happened to devices and is not in the file of `dep sync --events` yet. `seq` goes on from the fact
/// last_dep_event, never back. `destination` is that file's path; `body` the event's JSON behind its id.
constexpr std::string_view events_table = R"(
create table dep_events (
    seq         bigint not null primary key,
    token       text not null,
    destination text not null,
    event       text not null,
    body        text not null
))";

/// What people said of a device, which no sync touches. `enrollment_status` is null where they said nothing of that.
constexpr std::string_view notes_table = R"(
create table dep_device_notes (
    token             text not null references dep_tokens (id) deferrable initially deferred,
    serial            text not null,
    enrollment_status text,
    status_at         text,
    assigned_user     text,
    assigned_user_at  text,
    primary key (token, serial)
))";

/// How far the devices of a token are: phase is fetching, merging or synced. `cursor` is the place in Apple's changes
/// behind the last finished listing, `fetch_cursor` that in the listing under way, with what it has brought so far.
/// `full_at` is the last listing that was complete, `live` how many devices are assigned, `revision` the last writing.
constexpr std::string_view syncs_table = R"(
create table dep_syncs (
    token           text not null primary key references dep_tokens (id) deferrable initially deferred,
    server_uuid     text,
    phase           text not null,
    cursor          text,
    cursor_saved_at text,
    fetch_cursor    text,
    fetch_cursor_at text,
    fetch_began_at  text,
    pages           bigint not null,
    staged          bigint not null,
    unreadable      bigint not null,
    full_at         text,
    live            bigint not null,
    revision        bigint not null
))";

constexpr std::string_view of_tokens = "token in (select id from dep_tokens where tenant = :tenant)";

std::vector<store::Table> tables() {
    return {{.name = "dep_keys", .of_tenant = "tenant = :tenant"},
            {.name = "dep_tokens",
             .of_tenant = "tenant = :tenant",
             .links = {{.column = "current", .table = "dep_versions"}}},
            {.name = "dep_versions", .of_tenant = of_tokens},
            {.name = "dep_changes", .of_tenant = of_tokens},
            {.name = "dep_device_notes", .of_tenant = of_tokens},
            // They go into a copy of the store, and not along with a tenant: a full sync brings them back there, and
            // a million of them is more than an export takes.
            {.name = "dep_devices"},
            {.name = "dep_syncs"},
            {.name = "dep_events"}};
}

std::vector<store::Belonging> belongings() {
    return {{.name = "tokens",
             .singular = "server token",
             .plural = "server tokens",
             .sql = "select count(*) as n from dep_versions where token in "
                    "(select id from dep_tokens where tenant = :tenant)"},
            {.name = "token_keys",
             .singular = "server token key",
             .plural = "server token keys",
             .sql = "select count(*) as n from dep_keys where tenant = :tenant and key_secret is not null"},
            {.name = "assigned_devices",
             .singular = "assigned device",
             .plural = "assigned devices",
             .sql = "select cast(sum(live) as bigint) as n from dep_syncs where cursor is not null and token in "
                    "(select id from dep_tokens where tenant = :tenant and removed_at is null)"}};
}

}  // namespace

store::Room room() {
    return {.name = "dep",
            .tables = tables(),
            .migrations = {{.number = 1,
                            .summary = "server tokens and their keys",
                            .sql = {keys_table, tokens_table, versions_table, changes_table,
                                    "create index dep_keys_by_tenant on dep_keys (tenant)",
                                    "create index dep_keys_by_serial on dep_keys (serial)",
                                    "create index dep_keys_by_key on dep_keys (public_key_sha256)",
                                    "create index dep_tokens_by_current on dep_tokens (current)",
                                    "create index dep_versions_by_token on dep_versions (token)",
                                    "create index dep_versions_by_consumer on dep_versions (consumer_key)",
                                    "create index dep_versions_by_server on dep_versions (server_uuid)",
                                    "create index dep_changes_by_version on dep_changes (version)"}},
                           // PostgreSQL makes no index before what was inserted is checked.
                           {.number = 2,
                            .summary = "server tokens that were told from a list",
                            .sql = {told_before, told_before_versions, told_before_changes}},
                           {.number = 3,
                            .summary = "devices, and how far they are fetched",
                            .sql = {devices_table, staging_table, events_table, notes_table, syncs_table},
                            // In order of bytes, which is cheaper than a language's, and the same as SQLite's.
                            .postgresql_only = {R"(alter table dep_devices alter column serial type text collate "C")",
                                                R"(alter table dep_staging alter column serial type text collate "C")",
                                                R"(alter table dep_device_notes
                                                   alter column serial type text collate "C")",
                                                "alter table dep_staging set unlogged"}}},
            .connects_with = "mdmctl dep setup",
            .belongings = belongings(),
            .purge = {"update dep_versions set secret = null where token in "
                      "(select id from dep_tokens where tenant = :tenant)",
                      "update dep_keys set key_secret = null where tenant = :tenant",
                      "delete from dep_staging where token in (select id from dep_tokens where tenant = :tenant)",
                      "delete from dep_events where token in (select id from dep_tokens where tenant = :tenant)",
                      "delete from dep_devices where token in (select id from dep_tokens where tenant = :tenant)",
                      "delete from dep_device_notes where token in (select id from dep_tokens where tenant = :tenant)",
                      "delete from dep_syncs where token in (select id from dep_tokens where tenant = :tenant)"},
            .judge_arrival = arrival_findings,
            .judge_tenants = tenant_findings,
            .rewrite_inventory = rewrite_inventory};
}

}  // namespace mdm::dep
