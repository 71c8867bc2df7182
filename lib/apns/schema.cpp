// SPDX-License-Identifier: Apache-2.0
#include "apns/schema.hpp"

#include "apns/arrival.hpp"
#include "apns/tenant_findings.hpp"

namespace mdm::apns {
namespace {

/// What a tenant calls its push certificate, through all its renewals. `policy` went to apns_assignments. `current` is
/// a row of apns_versions, which refer to this one: a circle that PostgreSQL does not let two `create table` close.
constexpr std::string_view certificates = R"(
create table apns_certificates (
    id            text not null primary key,
    tenant        text not null references tenants (id) deferrable initially deferred,
    name          text not null,
    policy        text references policies (id) deferrable initially deferred,
    apple_account text not null,
    account_kind  text not null,
    note          text,
    devices       bigint,
    devices_at    text,
    current       text not null,
    created_at    text not null,
    removed_at    text,
    unique (tenant, name)
))";

/// Each certificate that was ever imported. Never changed: `current` moves from one to another. Of one that was
/// recorded from its data alone `pem` is null; of one whose key another server holds `key_secret` is.
constexpr std::string_view versions = R"(
create table apns_versions (
    id                text not null primary key,
    certificate       text not null references apns_certificates (id) deferrable initially deferred,
    topic             text not null,
    serial            text,
    not_before        text,
    not_after         text not null,
    public_key_sha256 text,
    pem               text,
    key_secret        text references secrets (id) deferrable initially deferred,
    imported_at       text not null
))";

/// What was current from when on, and how it came to be.
constexpr std::string_view changes = R"(
create table apns_changes (
    certificate text not null references apns_certificates (id) deferrable initially deferred,
    seq         bigint not null,
    at          text not null,
    event       text not null,
    version     text not null references apns_versions (id) deferrable initially deferred,
    actor       text not null,
    primary key (certificate, seq)
))";

/// A CSR that is, or was, on its way: made here, with its key staged, or made by a vendor and registered for its
/// public key alone (`key_secret` is null).
constexpr std::string_view requests = R"(
create table apns_requests (
    id                text not null primary key,
    tenant            text not null references tenants (id) deferrable initially deferred,
    name              text not null,
    csr               text not null,
    public_key_sha256 text not null,
    key_secret        text references secrets (id) deferrable initially deferred,
    actor             text not null,
    created_at        text not null,
    closed_at         text,
    outcome           text
))";

/// MDM CSR signing certificates, with the chain above each.
constexpr std::string_view vendors = R"(
create table apns_vendors (
    id         text not null primary key,
    policy     text not null references policies (id) deferrable initially deferred,
    serial     text not null,
    not_after  text not null,
    chain      text not null,
    key_secret text not null references secrets (id) deferrable initially deferred,
    added_at   text not null,
    unique (policy, serial)
))";

/// Which push certificate the devices of a policy get, and those of all below it that have none of their own.
constexpr std::string_view assignments = R"(
create table apns_assignments (
    policy      text not null primary key references policies (id) deferrable initially deferred,
    certificate text not null references apns_certificates (id) deferrable initially deferred
))";

/// What note_in_inventory() writes since then.
constexpr std::string_view inventory_details = R"(
update inventory set
    account = (select c.apple_account from apns_certificates c
               where c.tenant = inventory.tenant and c.name = inventory.name),
    key_kind = (select case when v.key_secret is null then 'tracked' else 'held' end
                from apns_certificates c join apns_versions v on v.id = c.current
                where c.tenant = inventory.tenant and c.name = inventory.name),
    next_command = case when name = 'default' then 'mdmctl apns csr --out push.csr' end,
    devices = (select c.devices from apns_certificates c
               where c.tenant = inventory.tenant and c.name = inventory.name)
where service = 'apns')";

constexpr std::string_view inventory_topics = R"(
update inventory set
    topic = (select v.topic from apns_certificates c join apns_versions v on v.id = c.current
             where c.tenant = inventory.tenant and c.name = inventory.name),
    next_command = case when key_kind = 'tracked' and name = 'default' then 'mdmctl apns renew FILE' else next_command end
where service = 'apns')";

constexpr std::string_view of_certificates = "certificate in (select id from apns_certificates where tenant = :tenant)";
constexpr std::string_view of_policies = "policy in (select id from policies where tenant = :tenant)";

std::vector<store::Table> tables() {
    return {{.name = "apns_certificates",
             .of_tenant = "tenant = :tenant",
             .links = {{.column = "current", .table = "apns_versions"}}},
            {.name = "apns_versions", .of_tenant = of_certificates},
            {.name = "apns_changes", .of_tenant = of_certificates},
            {.name = "apns_requests", .of_tenant = "tenant = :tenant"},
            {.name = "apns_vendors", .of_tenant = of_policies},
            {.name = "apns_assignments", .of_tenant = of_policies}};
}

std::vector<store::Belonging> belongings() {
    return {{.name = "certificates",
             .singular = "certificate",
             .plural = "certificates",
             .sql = "select count(*) as n from apns_versions where certificate in "
                    "(select id from apns_certificates where tenant = :tenant)"},
            {.name = "keys",
             .singular = "private key",
             .plural = "private keys",
             .sql = "select count(*) as n from secrets where tenant = :tenant "
                    "and kind in ('private-key', 'vendor-key')"},
            {.name = "requests",
             .singular = "open request",
             .plural = "open requests",
             .sql = "select count(*) as n from apns_requests where tenant = :tenant and closed_at is null"},
            {.name = "devices",
             .singular = "device",
             .plural = "devices",
             .sql = "select cast(sum(devices) as bigint) as n from apns_certificates "
                    "where tenant = :tenant and removed_at is null"}};
}

}  // namespace

store::Room room() {
    return {.name = "apns",
            .tables = tables(),
            .migrations = {{.number = 1,
                            .summary = "push certificates, requests, vendor certificates",
                            .sql = {certificates, versions, changes, requests, vendors,
                                    "create index apns_versions_by_certificate on apns_versions (certificate)",
                                    "create index apns_versions_by_topic on apns_versions (topic)",
                                    "create index apns_versions_by_serial on apns_versions (serial)",
                                    "create index apns_versions_by_key on apns_versions (public_key_sha256)",
                                    "create index apns_requests_by_tenant on apns_requests (tenant)",
                                    "create index apns_requests_by_key on apns_requests (public_key_sha256)"}},
                           {.number = 2,
                            .summary = "a push certificate for several policies",
                            .sql = {assignments,
                                    "create index apns_assignments_by_certificate on apns_assignments (certificate)",
                                    "insert into apns_assignments (policy, certificate) "
                                    "select policy, id from apns_certificates where policy is not null"}},
                           // PostgreSQL alters no table before what was inserted is checked.
                           {.number = 3,
                            .summary = "the policy of a push certificate, which has moved",
                            .sql = {"alter table apns_certificates drop column policy"}},
                           {.number = 4,
                            .summary = "accounts, keys and devices, told to the inventory",
                            .sql = {inventory_details,
                                    // SQLite looks for what refers to a row that comes while others wait for theirs.
                                    "create index apns_changes_by_version on apns_changes (version)",
                                    "create index apns_certificates_by_current on apns_certificates (current)"}},
                           {.number = 5, .summary = "topics, told to the inventory", .sql = {inventory_topics}}},
            .connects_with = "mdmctl apns csr --common-name NAME --out push.csr",
            .belongings = belongings(),
            .purge = {"update apns_versions set key_secret = null where certificate in "
                      "(select id from apns_certificates where tenant = :tenant)",
                      "update apns_requests set key_secret = null where tenant = :tenant",
                      "delete from apns_vendors where policy in (select id from policies where tenant = :tenant)"},
            .judge_arrival = arrival_findings,
            .judge_tenants = tenant_findings,
            .rewrite_inventory = rewrite_inventory};
}

}  // namespace mdm::apns
