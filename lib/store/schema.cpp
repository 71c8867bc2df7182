// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "store/arrival.hpp"

namespace mdm::store {
namespace {

/// What is true of the store as a whole, by name: id, created_at, rehearsal, key_id, moved_to.
constexpr std::string_view facts = R"(
create table store_facts (
    name  text not null primary key,
    value text not null
))";

constexpr std::string_view tenants = R"(
create table tenants (
    id           text not null primary key,
    name         text not null unique,
    display_name text,
    external_id  text,
    created_at   text not null,
    removed_at   text
))";

/// A tree: the store's root policy has neither tenant nor parent, a tenant's root policy hangs below that one.
constexpr std::string_view policies = R"(
create table policies (
    id         text not null primary key,
    tenant     text references tenants (id) deferrable initially deferred,
    parent     text references policies (id) deferrable initially deferred,
    name       text not null,
    created_at text not null,
    unique (tenant, name)
))";

/// Ways to the store key: each row holds it, wrapped under what one person or machine has.
constexpr std::string_view key_slots = R"(
create table key_slots (
    id         text not null primary key,
    kind       text not null,
    label      text not null,
    wrapped    text not null,
    salt       text,
    cost       text,
    created_at text not null
))";

/// `tenant` is null for a secret of the store itself. `key_id` names the store key that it is sealed under.
constexpr std::string_view secrets = R"(
create table secrets (
    id         text not null primary key,
    tenant     text references tenants (id) deferrable initially deferred,
    kind       text not null,
    key_id     text not null,
    sealed     text not null,
    created_at text not null
))";

/// One chain a tenant, and one ("store") for the store itself: no foreign key, for a chain outlives its tenant.
constexpr std::string_view audit_events = R"(
create table audit_events (
    chain   text not null,
    seq     bigint not null,
    at      text not null,
    actor   text not null,
    login   text not null,
    uid     bigint not null,
    host    text not null,
    moved   text,
    tenant  text,
    command text not null,
    object  text not null,
    before  text,
    after   text,
    key     text not null references secrets (id) deferrable initially deferred,
    hash    text not null,
    primary key (chain, seq)
))";

constexpr std::string_view audit_heads = R"(
create table audit_heads (
    chain text not null primary key,
    seq   bigint not null,
    hash  text not null
))";

/// `scope` is the tenant, or "store" for what is the store's own and has none: null would not be unique.
constexpr std::string_view inventory = R"(
create table inventory (
    id           text not null primary key,
    scope        text not null,
    tenant       text references tenants (id) deferrable initially deferred,
    policy       text references policies (id) deferrable initially deferred,
    service      text not null,
    name         text not null,
    not_after    text,
    state        text not null,
    next_command text,
    changed_at   text not null,
    unique (scope, service, name)
))";

constexpr std::string_view intents = R"(
create table intents (
    id         text not null primary key,
    tenant     text references tenants (id) deferrable initially deferred,
    verb       text not null,
    object     text not null,
    detail     text not null,
    unresolved text not null,
    attempts   bigint not null,
    not_before text,
    created_at text not null,
    outcome    text,
    result     text,
    closed_at  text
))";

/// Who says to hold a lock. Whether it is held, the server knows: a row that outlived its holder means nothing.
constexpr std::string_view lock_holders = R"(
create table lock_holders (
    name   text not null primary key,
    number bigint not null,
    server_pid bigint not null,
    pid    bigint not null,
    login  text not null,
    host   text not null,
    since  text not null
))";

/// What a provider says of a customer: free words, by which whole groups are chosen.
constexpr std::string_view tenant_labels = R"(
create table tenant_labels (
    tenant text not null references tenants (id) deferrable initially deferred,
    key    text not null,
    value  text not null,
    primary key (tenant, key)
))";

/// Who is told before something ends: those of a policy and of all above it.
constexpr std::string_view contacts = R"(
create table contacts (
    policy   text not null references policies (id) deferrable initially deferred,
    address  text not null,
    added_at text not null,
    primary key (policy, address)
))";

constexpr std::string_view of_policies = "policy in (select id from policies where tenant = :tenant)";

}  // namespace

Room own_room() {
    return {
        .name = "store",
        .tables = {{.name = "store_facts"},
                   {.name = "tenants", .of_tenant = "id = :tenant"},
                   {.name = "policies", .of_tenant = "tenant = :tenant"},
                   {.name = "key_slots"},
                   {.name = "secrets", .of_tenant = "tenant = :tenant"},
                   {.name = "audit_events", .of_tenant = "chain = :tenant"},
                   {.name = "audit_heads", .of_tenant = "chain = :tenant"},
                   {.name = "inventory", .of_tenant = "scope = :tenant and tenant = scope"},
                   {.name = "intents", .of_tenant = "tenant = :tenant"},
                   {.name = "tenant_labels", .of_tenant = "tenant = :tenant"},
                   {.name = "contacts", .of_tenant = of_policies}},
        .migrations = {{.number = 1,
                        .summary = "tenants, policies, keys, secrets, audit, inventory, intents, locks",
                        .sql = {facts, tenants, policies, key_slots, secrets, audit_events, audit_heads, inventory,
                                intents, lock_holders, "create index secrets_by_tenant on secrets (tenant)",
                                "create index policies_by_parent on policies (parent)",
                                "create index inventory_by_end on inventory (not_after)",
                                "create index audit_by_time on audit_events (at)",
                                "create index intents_open on intents (tenant) where closed_at is null"}},
                       {.number = 2,
                        .summary = "what is known of a tenant, its contacts, and what policies set",
                        .sql = {"alter table tenants add column note text", "alter table tenants add column mdm text",
                                "alter table tenants add column uses text",
                                "alter table tenants add column purged_at text",
                                "alter table tenants add column handed_over_at text",
                                "alter table tenants add column handed_over_to text",
                                "alter table policies add column remind_days text",
                                "alter table policies add column warn_days bigint",
                                "alter table policies add column critical_days bigint", tenant_labels, contacts,
                                "create index labels_by_value on tenant_labels (key, value)"}},
                       {.number = 3,
                        .summary = "account, key and devices in the inventory",
                        .sql = {"alter table inventory add column account text",
                                "alter table inventory add column key_kind text",
                                "alter table inventory add column devices bigint"}},
                       {.number = 4,
                        .summary = "the topic of a push certificate in the inventory",
                        .sql = {"alter table inventory add column topic text"}}},
        .belongings = {{.name = "policies",
                        .singular = "policy",
                        .plural = "policies",
                        .sql = "select count(*) as n from policies where tenant = :tenant and name <> '/'"},
                       {.name = "contacts",
                        .singular = "contact",
                        .plural = "contacts",
                        .sql = "select count(*) as n from contacts where policy in "
                               "(select id from policies where tenant = :tenant)"}},
        .purge = {"delete from inventory where scope = :tenant"},
        .judge_arrival = arrival_findings};
}

}  // namespace mdm::store
