// SPDX-License-Identifier: Apache-2.0
#include "apns/records.hpp"

#include "apns/push_certificate.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "crypto/random.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace mdm::apns {
namespace {

using store::Parameters;
using store::Row;
using store::Transaction;
using store::Value;

constexpr std::string_view version_columns =
    "v.id as version_id, v.topic, v.serial, v.not_before, v.not_after, v.public_key_sha256, v.pem, v.key_secret, "
    "v.imported_at";

crypto::Contents contents_of(const std::string& pem) {
    auto contents = crypto::read_contents(pem, "the store", [] { return std::optional<Secret>{}; });
    if (!contents)
        throw Error{ErrorCode::store_damaged, "there is something else in the store where PEM belongs"};
    return std::move(*contents);
}

Version version_in(const Row& row) {
    return {.id = row.text("version_id"),
            .topic = row.text("topic"),
            .serial = row.value("serial"),
            .not_before = row.maybe_time("not_before"),
            .not_after = row.time("not_after"),
            .public_key_sha256 = row.value("public_key_sha256"),
            .pem = row.value("pem"),
            .key_secret = row.value("key_secret"),
            .imported_at = row.time("imported_at")};
}

AccountKind kind_named(const std::string& word) {
    for (const AccountKind kind : {AccountKind::managed, AccountKind::shared, AccountKind::personal})
        if (name(kind) == word)
            return kind;
    return AccountKind::unknown;
}

std::optional<std::int64_t> maybe_number(const Row& row, std::string_view column) {
    return row.value(column) ? std::optional(row.number(column)) : std::nullopt;
}

HeldCertificate held_in(const Row& row) {
    return {.id = row.text("id"),
            .tenant = row.text("tenant"),
            .name = row.text("name"),
            .apple_account = row.text("apple_account"),
            .account_kind = kind_named(row.text("account_kind")),
            .note = row.value("note").value_or(""),
            .devices = maybe_number(row, "devices"),
            .devices_at = row.maybe_time("devices_at"),
            .current = version_in(row),
            .created_at = row.time("created_at"),
            .removed_at = row.maybe_time("removed_at")};
}

/// which   of `apns_certificates c join tenants t`, a condition
std::vector<HeldCertificate> held_where(Transaction& transaction, std::string_view which,
                                        const Parameters& parameters) {
    std::vector<HeldCertificate> all;
    for (const Row& row : transaction.rows(
             fmt::format("select c.id, c.tenant, c.name, c.apple_account, c.account_kind, c.note, c.devices, "
                         "c.devices_at, c.created_at, c.removed_at, {} from apns_certificates c "
                         "join tenants t on t.id = c.tenant join apns_versions v on v.id = c.current "
                         "where {} order by t.name, c.name",
                         version_columns, which),
             parameters))
        all.push_back(held_in(row));
    std::map<std::string, std::vector<std::string>> policies;
    for (const Row& row : transaction.rows(
             fmt::format("select a.certificate, a.policy from apns_assignments a join policies p on p.id = a.policy "
                         "join apns_certificates c on c.id = a.certificate join tenants t on t.id = c.tenant "
                         "where {} order by p.name, p.id",
                         which),
             parameters))
        policies[row.text("certificate")].push_back(row.text("policy"));
    for (HeldCertificate& held : all)
        held.policies = std::move(policies[held.id]);
    return all;
}

Value digits_of(std::optional<std::int64_t> number) { return number ? Value(std::to_string(*number)) : Value(); }

}  // namespace

std::string_view name(AccountKind kind) {
    constexpr std::array<std::string_view, 4> words{"managed", "shared", "personal", "unknown"};
    return words.at(static_cast<std::size_t>(kind));
}

std::optional<crypto::Certificate> Version::certificate() const {
    if (!pem)
        return std::nullopt;
    const crypto::Contents contents = contents_of(*pem);
    if (contents.certificates.size() != 1)
        throw Error{ErrorCode::store_damaged, fmt::format("the certificate with the topic {} is damaged", topic)};
    return contents.certificates.front();
}

bool HeldCertificate::is_assigned_to(std::string_view policy) const {
    return std::find(policies.begin(), policies.end(), policy) != policies.end();
}

Version version_of(const crypto::Certificate& certificate) {
    return {.topic = push_topic(certificate).value_or(""),
            .serial = certificate.serial(),
            .not_before = certificate.not_before(),
            .not_after = certificate.not_after(),
            .public_key_sha256 = certificate.public_key().sha256(),
            .pem = certificate.to_pem()};
}

std::vector<HeldCertificate> held_certificates(Transaction& transaction, std::string_view tenant) {
    return held_where(transaction, "c.tenant = :tenant", {{"tenant", tenant}});
}

std::vector<HeldCertificate> held_certificates(Transaction& transaction, const store::TenantPage& page) {
    auto all = held_where(transaction, "t.name between :first and :last", page.bounds());
    std::erase_if(all, [&](const HeldCertificate& held) { return page.find(held.tenant) == nullptr; });
    return all;
}

void insert(Transaction& transaction, HeldCertificate& held, std::string_view event, std::string_view actor, Time now) {
    held.id = crypto::random_uuid();
    held.created_at = now;
    insert(transaction, held.id, held.current, now);
    transaction.run(
        "insert into apns_certificates (id, tenant, name, apple_account, account_kind, note, current, "
        "created_at) values (:id, :tenant, :name, :apple_account, :account_kind, :note, :current, :now)",
        {{"id", held.id},
         {"tenant", held.tenant},
         {"name", held.name},
         {"apple_account", held.apple_account},
         {"account_kind", name(held.account_kind)},
         {"note", none_if_empty(held.note)},
         {"current", held.current.id},
         {"now", now}});
    for (const std::string& policy : held.policies)
        assign(transaction, policy, held.id);
    add_change(transaction, held, event, actor, now);
}

void update(Transaction& transaction, const HeldCertificate& held) {
    transaction.run(
        "update apns_certificates set name = :name, apple_account = :apple_account, "
        "account_kind = :account_kind, note = :note, devices = :devices, devices_at = :devices_at, "
        "removed_at = :removed_at where id = :id",
        {{"name", held.name},
         {"apple_account", held.apple_account},
         {"account_kind", name(held.account_kind)},
         {"note", none_if_empty(held.note)},
         {"devices", digits_of(held.devices)},
         {"devices_at", held.devices_at},
         {"removed_at", held.removed_at},
         {"id", held.id}});
}

void assign(Transaction& transaction, std::string_view policy, const std::optional<std::string>& certificate) {
    if (!certificate) {
        transaction.run("delete from apns_assignments where policy = :policy", {{"policy", policy}});
        return;
    }
    transaction.run(
        "insert into apns_assignments (policy, certificate) values (:policy, :certificate) "
        "on conflict (policy) do update set certificate = excluded.certificate",
        {{"policy", policy}, {"certificate", *certificate}});
}

std::vector<Version> versions(Transaction& transaction, std::string_view certificate) {
    std::vector<Version> all;
    for (const Row& row :
         transaction.rows(fmt::format("select {} from apns_versions v where v.certificate = :certificate "
                                      "order by v.not_after, v.not_before, v.imported_at, v.id",
                                      version_columns),
                          {{"certificate", certificate}}))
        all.push_back(version_in(row));
    return all;
}

void insert(Transaction& transaction, std::string_view certificate, Version& version, Time now) {
    version.id = crypto::random_uuid();
    version.imported_at = now;
    transaction.run(
        "insert into apns_versions (id, certificate, topic, serial, not_before, not_after, public_key_sha256, pem, "
        "key_secret, imported_at) values (:id, :certificate, :topic, :serial, :not_before, :not_after, :public_key, "
        ":pem, :key_secret, :now)",
        {{"id", version.id},
         {"certificate", certificate},
         {"topic", version.topic},
         {"serial", version.serial},
         {"not_before", version.not_before},
         {"not_after", version.not_after},
         {"public_key", version.public_key_sha256},
         {"pem", version.pem},
         {"key_secret", version.key_secret},
         {"now", now}});
}

void make_current(Transaction& transaction, HeldCertificate& held, const Version& to, std::string_view event,
                  std::string_view actor, Time now) {
    const auto moved = transaction.run(
        "update apns_certificates set current = :to where id = :id and current = :from and removed_at is null",
        {{"to", to.id}, {"id", held.id}, {"from", held.current.id}});
    if (moved != 1)
        throw Error{ErrorCode::changed_meanwhile,
                    fmt::format("another run has changed the push certificate '{}'", held.name), "run it again"};
    held.current = to;
    add_change(transaction, held, event, actor, now);
}

std::vector<Change> changes(Transaction& transaction, std::string_view certificate) {
    std::vector<Change> all;
    for (const Row& row :
         transaction.rows(fmt::format("select h.at, h.event, h.actor, {} from apns_changes h "
                                      "join apns_versions v on v.id = h.version where h.certificate = :certificate "
                                      "order by h.seq",
                                      version_columns),
                          {{"certificate", certificate}}))
        all.push_back({row.time("at"), row.text("event"), row.text("actor"), version_in(row)});
    return all;
}

void add_change(Transaction& transaction, const HeldCertificate& held, std::string_view event, std::string_view actor,
                Time now) {
    transaction.run(
        "insert into apns_changes (certificate, seq, at, event, version, actor) "
        "select :certificate, coalesce(max(seq), 0) + 1, :now, :event, :version, :actor from apns_changes "
        "where certificate = :same",
        {{"certificate", held.id},
         {"now", now},
         {"event", event},
         {"version", held.current.id},
         {"actor", actor},
         {"same", held.id}});
}

std::optional<Elsewhere> found_elsewhere(Transaction& transaction, std::string_view tenant, const Version& version) {
    struct Look {
        std::string_view what;
        std::string_view from;
        Value value;
    };
    constexpr std::string_view in_versions = "apns_versions v join apns_certificates o on o.id = v.certificate";
    const std::array looks{
        Look{"topic", in_versions, version.topic.empty() ? Value() : Value(version.topic)},
        Look{"public_key_sha256", in_versions, version.public_key_sha256},
        Look{"public_key_sha256", "apns_requests v join apns_requests o on o.id = v.id", version.public_key_sha256},
        Look{"serial", in_versions, version.serial},
    };
    for (const Look& look : looks) {
        if (!look.value)
            continue;
        const auto rows =
            transaction.rows(fmt::format("select t.name from {} join tenants t on t.id = o.tenant where v.{} = :value "
                                         "and o.tenant <> :tenant order by t.name limit 1",
                                         look.from, look.what),
                             {{"value", look.value}, {"tenant", tenant}});
        if (!rows.empty())
            return Elsewhere{rows.front().text("name"),
                             look.what == "public_key_sha256" ? "public key" : std::string(look.what)};
    }
    return std::nullopt;
}

std::vector<Request> requests(Transaction& transaction, std::string_view tenant, bool with_closed) {
    std::vector<Request> all;
    for (const Row& row : transaction.rows(
             fmt::format("select id, tenant, name, csr, key_secret, actor, created_at, closed_at from apns_requests "
                         "where tenant = :tenant {} order by created_at desc, id",
                         with_closed ? "" : "and closed_at is null"),
             {{"tenant", tenant}})) {
        const crypto::Contents contents = contents_of(row.text("csr"));
        if (contents.requests.size() != 1)
            throw Error{ErrorCode::store_damaged, fmt::format("the request {} is damaged", row.text("id"))};
        all.push_back({.id = row.text("id"),
                       .tenant = row.text("tenant"),
                       .name = row.text("name"),
                       .csr = contents.requests.front(),
                       .key_secret = row.value("key_secret"),
                       .actor = row.text("actor"),
                       .created_at = row.time("created_at"),
                       .closed_at = row.maybe_time("closed_at")});
    }
    return all;
}

void insert(Transaction& transaction, Request& request, Time now) {
    request.id = crypto::random_uuid();
    request.created_at = now;
    transaction.run(
        "insert into apns_requests (id, tenant, name, csr, public_key_sha256, key_secret, actor, created_at) "
        "values (:id, :tenant, :name, :csr, :public_key, :key_secret, :actor, :now)",
        {{"id", request.id},
         {"tenant", request.tenant},
         {"name", request.name},
         {"csr", request.csr.to_pem()},
         {"public_key", request.csr.public_key().sha256()},
         {"key_secret", request.key_secret},
         {"actor", request.actor},
         {"now", now}});
}

void close_request(Transaction& transaction, std::string_view id, std::string_view outcome, Time now) {
    transaction.run(
        "update apns_requests set closed_at = :now, outcome = :outcome where id = :id and closed_at is null",
        {{"now", now}, {"outcome", outcome}, {"id", id}});
}

void forget_key(Transaction& transaction, std::string_view request) {
    transaction.run("update apns_requests set key_secret = null where id = :id", {{"id", request}});
}

std::vector<VendorRow> vendors(Transaction& transaction, std::string_view policy) {
    std::vector<VendorRow> all;
    for (const Row& row : transaction.rows("select id, policy, chain, key_secret, added_at from apns_vendors "
                                           "where policy = :policy order by not_after desc, id",
                                           {{"policy", policy}})) {
        crypto::Contents contents = contents_of(row.text("chain"));
        if (contents.certificates.empty())
            throw Error{ErrorCode::store_damaged,
                        fmt::format("the chain of the vendor certificate {} is damaged", row.text("id"))};
        all.push_back({.id = row.text("id"),
                       .policy = row.text("policy"),
                       .chain = std::move(contents.certificates),
                       .key_secret = row.text("key_secret"),
                       .added_at = row.time("added_at")});
    }
    return all;
}

void insert(Transaction& transaction, VendorRow& vendor, Time now) {
    vendor.id = crypto::random_uuid();
    vendor.added_at = now;
    transaction.run(
        "insert into apns_vendors (id, policy, serial, not_after, chain, key_secret, added_at) "
        "values (:id, :policy, :serial, :not_after, :chain, :key_secret, :now)",
        {{"id", vendor.id},
         {"policy", vendor.policy},
         {"serial", vendor.chain.front().serial()},
         {"not_after", vendor.chain.front().not_after()},
         {"chain", crypto::to_pem(vendor.chain)},
         {"key_secret", vendor.key_secret},
         {"now", now}});
}

}  // namespace mdm::apns
