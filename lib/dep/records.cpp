// SPDX-License-Identifier: Apache-2.0
#include "dep/records.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "crypto/random.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace mdm::dep {
namespace {

using store::Parameters;
using store::Row;
using store::Transaction;
using store::Value;

constexpr std::string_view version_columns =
    "v.id as version_id, v.consumer_key, v.access_token_sha256, v.access_token_expiry, v.estimated, v.sandbox, "
    "v.secret, "
    "v.key, v.server_uuid, v.server_name, v.org_id, v.org_name, v.org_type, v.admin_id, v.account_at, v.imported_at";

std::string text_or_empty(const Row& row, std::string_view column) { return row.value(column).value_or(""); }

std::optional<std::int64_t> maybe_number(const Row& row, std::string_view column) {
    return row.value(column) ? std::optional(row.number(column)) : std::nullopt;
}

Value digits_of(std::optional<std::int64_t> number) { return number ? Value(std::to_string(*number)) : Value(); }

Service service_in(const Row& row) {
    return {.server_uuid = text_or_empty(row, "server_uuid"),
            .server_name = text_or_empty(row, "server_name"),
            .org_id = text_or_empty(row, "org_id"),
            .org_name = text_or_empty(row, "org_name"),
            .org_type = text_or_empty(row, "org_type"),
            .admin_id = text_or_empty(row, "admin_id"),
            .asked_at = row.maybe_time("account_at")};
}

Version version_in(const Row& row) {
    return {.id = row.text("version_id"),
            .consumer_key = row.value("consumer_key"),
            .access_token_sha256 = row.value("access_token_sha256"),
            .access_token_expiry = row.time("access_token_expiry"),
            .estimated = row.number("estimated") != 0,
            .sandbox = row.number("sandbox") != 0,
            .secret = row.value("secret"),
            .key = row.value("key"),
            .service = service_in(row),
            .imported_at = row.time("imported_at")};
}

constexpr std::array standings{Standing::good, Standing::superseded, Standing::rejected, Standing::terms_not_accepted};

Standing standing_named(const Value& word) {
    const auto found =
        std::find_if(standings.begin(), standings.end(), [&](Standing s) { return word && name(s) == *word; });
    return found == standings.end() ? Standing::good : *found;
}

Value word_of(Standing standing) { return standing == Standing::good ? Value() : Value(std::string(name(standing))); }

HeldToken held_in(const Row& row) {
    return {.id = row.text("id"),
            .tenant = row.text("tenant"),
            .name = row.text("name"),
            .apple_account = text_or_empty(row, "apple_account"),
            .note = text_or_empty(row, "note"),
            .origin = row.text("origin"),
            .standing = standing_named(row.value("standing")),
            .standing_at = row.maybe_time("standing_at"),
            .retry_at = row.maybe_time("retry_at"),
            .devices = maybe_number(row, "devices"),
            .last_sync = row.maybe_time("last_sync"),
            .current = version_in(row),
            .created_at = row.time("created_at"),
            .removed_at = row.maybe_time("removed_at")};
}

/// which   of `dep_tokens k join tenants t`, a condition
std::vector<HeldToken> held_where(Transaction& transaction, std::string_view which, const Parameters& parameters) {
    std::vector<HeldToken> all;
    for (const Row& row : transaction.rows(
             fmt::format("select k.id, k.tenant, k.name, k.apple_account, k.note, k.origin, k.standing, k.standing_at, "
                         "k.retry_at, k.devices, k.last_sync, k.created_at, k.removed_at, {} from dep_tokens k "
                         "join tenants t on t.id = k.tenant join dep_versions v on v.id = k.current "
                         "where {} order by t.name, k.name",
                         version_columns, which),
             parameters))
        all.push_back(held_in(row));
    return all;
}

Parameters service_parameters(const Service& service) {
    return {{"server_uuid", none_if_empty(service.server_uuid)},
            {"server_name", none_if_empty(service.server_name)},
            {"org_id", none_if_empty(service.org_id)},
            {"org_name", none_if_empty(service.org_name)},
            {"org_type", none_if_empty(service.org_type)},
            {"admin_id", none_if_empty(service.admin_id)},
            {"account_at", service.asked_at}};
}

TokenKey key_in(const Row& row) {
    const auto contents =
        crypto::read_contents(row.text("certificate"), "the store", [] { return std::optional<Secret>{}; });
    if (!contents || contents->certificates.size() != 1)
        throw Error{ErrorCode::store_damaged, fmt::format("the certificate of the key {} is damaged", row.text("id"))};
    return {.id = row.text("id"),
            .tenant = row.text("tenant"),
            .name = row.text("name"),
            .certificate = contents->certificates.front(),
            .key_secret = row.value("key_secret"),
            .actor = row.text("actor"),
            .created_at = row.time("created_at"),
            .promoted_at = row.maybe_time("promoted_at")};
}

constexpr std::string_view key_columns =
    "y.id, y.tenant, y.name, y.certificate, y.key_secret, y.actor, y.created_at, y.promoted_at";

/// which   of `dep_keys y join tenants t`, a condition on :value
std::vector<FoundKey> keys_where(Transaction& transaction, std::string_view which, const std::string& value) {
    std::vector<FoundKey> all;
    for (const Row& row : transaction.rows(fmt::format("select {}, t.name as tenant_name from dep_keys y "
                                                       "join tenants t on t.id = y.tenant where {} "
                                                       "order by t.name, y.seq desc",
                                                       key_columns, which),
                                           {{"value", value}}))
        all.push_back({key_in(row), row.text("tenant_name")});
    return all;
}

}  // namespace

Service Service::completed_by(const Service& earlier) const {
    Service whole = *this;
    for (std::string Service::*member :
         {&Service::server_uuid, &Service::server_name, &Service::org_id, &Service::org_name, &Service::org_type})
        if ((whole.*member).empty())
            whole.*member = earlier.*member;
    return whole;
}

std::string_view name(Standing standing) {
    constexpr std::array<std::string_view, 4> words{"good", "superseded", "rejected", "terms_not_accepted"};
    return words.at(static_cast<std::size_t>(standing));
}

std::vector<HeldToken> held_tokens(Transaction& transaction, std::string_view tenant) {
    return held_where(transaction, "k.tenant = :tenant", {{"tenant", tenant}});
}

std::vector<HeldToken> held_tokens(Transaction& transaction, const store::TenantPage& page) {
    auto all = held_where(transaction, "t.name between :first and :last", page.bounds());
    std::erase_if(all, [&](const HeldToken& held) { return page.find(held.tenant) == nullptr; });
    return all;
}

void insert(Transaction& transaction, HeldToken& held, std::string_view event, std::string_view actor, Time now) {
    held.id = crypto::random_uuid();
    held.created_at = now;
    insert(transaction, held.id, held.current, now);
    transaction.run(
        "insert into dep_tokens (id, tenant, name, apple_account, note, origin, current, created_at) "
        "values (:id, :tenant, :name, :apple_account, :note, :origin, :current, :now)",
        {{"id", held.id},
         {"tenant", held.tenant},
         {"name", held.name},
         {"apple_account", none_if_empty(held.apple_account)},
         {"note", none_if_empty(held.note)},
         {"origin", held.origin},
         {"current", held.current.id},
         {"now", now}});
    add_change(transaction, held, event, actor, now);
}

void update(Transaction& transaction, const HeldToken& held) {
    transaction.run(
        "update dep_tokens set name = :name, apple_account = :apple_account, note = :note, origin = :origin, "
        "standing = :standing, standing_at = :standing_at, retry_at = :retry_at, devices = :devices, "
        "last_sync = :last_sync, removed_at = :removed_at where id = :id",
        {{"name", held.name},
         {"apple_account", none_if_empty(held.apple_account)},
         {"note", none_if_empty(held.note)},
         {"origin", held.origin},
         {"standing", word_of(held.standing)},
         {"standing_at", held.standing_at},
         {"retry_at", held.retry_at},
         {"devices", digits_of(held.devices)},
         {"last_sync", held.last_sync},
         {"removed_at", held.removed_at},
         {"id", held.id}});
}

std::vector<Version> versions(Transaction& transaction, std::string_view token) {
    std::vector<Version> all;
    for (const Row& row : transaction.rows(fmt::format("select {} from dep_versions v where v.token = :token "
                                                       "order by v.seq",
                                                       version_columns),
                                           {{"token", token}}))
        all.push_back(version_in(row));
    return all;
}

void insert(Transaction& transaction, std::string_view token, Version& version, Time now) {
    version.id = crypto::random_uuid();
    version.imported_at = now;
    Parameters parameters{{"id", version.id},
                          {"token", token},
                          {"same", token},
                          {"consumer_key", version.consumer_key},
                          {"access_token_sha256", version.access_token_sha256},
                          {"expiry", version.access_token_expiry},
                          {"estimated", std::int64_t{version.estimated ? 1 : 0}},
                          {"sandbox", std::int64_t{version.sandbox ? 1 : 0}},
                          {"secret", version.secret},
                          {"key", version.key}};
    for (store::Parameter& parameter : service_parameters(version.service))
        parameters.push_back(std::move(parameter));
    parameters.emplace_back("now", now);
    transaction.run(
        "insert into dep_versions (id, token, seq, consumer_key, access_token_sha256, access_token_expiry, estimated, "
        "sandbox, secret, key, server_uuid, server_name, org_id, org_name, org_type, admin_id, account_at, "
        "imported_at) "
        "values (:id, :token, (select coalesce(max(seq), 0) + 1 from dep_versions where token = :same), :consumer_key, "
        ":access_token_sha256, :expiry, :estimated, :sandbox, :secret, :key, :server_uuid, :server_name, :org_id, "
        ":org_name, :org_type, :admin_id, :account_at, :now)",
        parameters);
}

void update_service(Transaction& transaction, const Version& version) {
    Parameters parameters = service_parameters(version.service);
    parameters.emplace_back("id", version.id);
    transaction.run(
        "update dep_versions set server_uuid = :server_uuid, server_name = :server_name, org_id = :org_id, "
        "org_name = :org_name, org_type = :org_type, admin_id = :admin_id, account_at = :account_at where id = :id",
        parameters);
}

void make_current(Transaction& transaction, HeldToken& held, const Version& to, std::string_view event,
                  std::string_view actor, Time now) {
    const auto moved =
        transaction.run("update dep_tokens set current = :to where id = :id and current = :from and removed_at is null",
                        {{"to", to.id}, {"id", held.id}, {"from", held.current.id}});
    if (moved != 1)
        throw Error{ErrorCode::changed_meanwhile,
                    fmt::format("another run has changed the server token '{}'", held.name), "run it again"};
    held.current = to;
    add_change(transaction, held, event, actor, now);
}

void add_change(Transaction& transaction, const HeldToken& held, std::string_view event, std::string_view actor,
                Time now) {
    transaction.run(
        "insert into dep_changes (token, seq, at, event, version, actor) "
        "select :token, coalesce(max(seq), 0) + 1, :now, :event, :version, :actor from dep_changes where token = :same",
        {{"token", held.id},
         {"now", now},
         {"event", event},
         {"version", held.current.id},
         {"actor", actor},
         {"same", held.id}});
}

std::vector<Change> changes(Transaction& transaction, std::string_view token) {
    std::vector<Change> all;
    for (const Row& row : transaction.rows(fmt::format("select h.at, h.event, h.actor, {} from dep_changes h "
                                                       "join dep_versions v on v.id = h.version "
                                                       "where h.token = :token order by h.seq",
                                                       version_columns),
                                           {{"token", token}}))
        all.push_back({row.time("at"), row.text("event"), row.text("actor"), version_in(row)});
    return all;
}

std::vector<FoundToken> tokens_with(Transaction& transaction, SharedField field, std::string_view value) {
    const std::string_view column = field == SharedField::server_uuid ? "server_uuid" : "consumer_key";
    std::vector<FoundToken> all;
    for (const Row& row : transaction.rows(
             fmt::format("select k.tenant, t.name as tenant_name, k.name, k.current, k.removed_at, "
                         "t.removed_at as tenant_gone, {} from dep_versions v join dep_tokens k on k.id = v.token "
                         "join tenants t on t.id = k.tenant where v.{} = :value "
                         "order by t.name, k.name, v.seq desc",
                         version_columns, column),
             {{"value", value}}))
        all.push_back({row.text("tenant"), row.text("tenant_name"), row.text("name"), version_in(row),
                       row.value("current") == row.value("version_id"),
                       !row.value("removed_at") && !row.value("tenant_gone")});
    return all;
}

std::vector<TokenKey> token_keys(Transaction& transaction, std::string_view tenant) {
    std::vector<TokenKey> all;
    for (const Row& row : transaction.rows(fmt::format("select {} from dep_keys y where y.tenant = :tenant "
                                                       "order by y.seq desc",
                                                       key_columns),
                                           {{"tenant", tenant}}))
        all.push_back(key_in(row));
    return all;
}

std::vector<TokenKey> token_keys(Transaction& transaction, const store::TenantPage& page) {
    std::vector<TokenKey> all;
    for (const Row& row : transaction.rows(fmt::format("select {} from tenants t join dep_keys y on y.tenant = t.id "
                                                       "where t.name between :first and :last "
                                                       "order by t.name, y.seq desc",
                                                       key_columns),
                                           page.bounds()))
        if (page.find(row.text("tenant")) != nullptr)
            all.push_back(key_in(row));
    return all;
}

void insert(Transaction& transaction, TokenKey& key, Time now) {
    key.id = crypto::random_uuid();
    key.created_at = now;
    transaction.run(
        "insert into dep_keys (id, tenant, seq, name, certificate, serial, public_key_sha256, key_secret, actor, "
        "created_at, promoted_at) values (:id, :tenant, (select coalesce(max(seq), 0) + 1 from dep_keys "
        "where tenant = :same), :name, :certificate, :serial, :public_key, :key_secret, :actor, :now, :promoted_at)",
        {{"id", key.id},
         {"tenant", key.tenant},
         {"same", key.tenant},
         {"name", key.name},
         {"certificate", key.certificate.to_pem()},
         {"serial", key.certificate.serial()},
         {"public_key", key.certificate.public_key().sha256()},
         {"key_secret", key.key_secret},
         {"actor", key.actor},
         {"now", now},
         {"promoted_at", key.promoted_at}});
}

void rename_keys(Transaction& transaction, std::string_view tenant, std::string_view name, std::string_view new_name) {
    transaction.run("update dep_keys set name = :new_name where tenant = :tenant and name = :name",
                    {{"new_name", new_name}, {"tenant", tenant}, {"name", name}});
}

void promote(Transaction& transaction, std::string_view key, Time now) {
    transaction.run("update dep_keys set promoted_at = :now where id = :id and promoted_at is null",
                    {{"now", now}, {"id", key}});
}

std::vector<FoundKey> keys_for(Transaction& transaction, const std::vector<crypto::Recipient>& recipients) {
    std::vector<FoundKey> all;
    for (const crypto::Recipient& recipient : recipients)
        for (FoundKey& found : keys_where(transaction, "y.serial = :value", recipient.serial))
            if (recipient.is(found.key.certificate))
                all.push_back(std::move(found));
    return all;
}

std::vector<FoundKey> keys_with(Transaction& transaction, std::string_view sha256) {
    return keys_where(transaction, "y.public_key_sha256 = :value", std::string(sha256));
}

}  // namespace mdm::dep
