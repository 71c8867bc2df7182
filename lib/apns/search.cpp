// SPDX-License-Identifier: Apache-2.0
#include "apns/search.hpp"

#include "apns/holding.hpp"
#include "crypto/subject.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::apns {
namespace {

using store::Found;
using store::Row;
using store::TenantPage;
using store::Transaction;

constexpr std::string_view service = "apns";

/// What of a certificate or request has the text, and the whole of it.
struct Match {
    std::string field;
    std::string value;
};

std::optional<Match> in_subject(const SearchText& text, const store::Value& pem) {
    if (!pem)
        return std::nullopt;
    const auto subject = crypto::subject_of_pem(*pem);
    if (!subject)
        return std::nullopt;
    std::string shown = subject->to_string();
    return text.is_in(shown) ? std::optional(Match{"subject", std::move(shown)}) : std::nullopt;
}

std::optional<Match> in_version(const SearchText& text, const Row& row) {
    if (text.is_in(row.text("topic")))
        return Match{"topic", row.text("topic")};
    if (const auto& serial = row.value("serial"); serial && text.is_in_serial(*serial))
        return Match{"serial", *serial};
    if (const auto& key = row.value("public_key_sha256"); key && text.is_in_hash(*key))
        return Match{"public_key", *key};
    if (text.begins(row.time("not_after")))
        return Match{"not_after", row.text("not_after")};
    return in_subject(text, row.value("pem"));
}

std::optional<Match> in_request(const SearchText& text, const Row& row) {
    if (text.is_in_hash(row.text("public_key_sha256")))
        return Match{"public_key", row.text("public_key_sha256")};
    return in_subject(text, row.value("csr"));
}

std::optional<Match> in_vendor(const SearchText& text, const Row& row) {
    if (text.is_in_serial(row.text("serial")))
        return Match{"serial", row.text("serial")};
    if (text.begins(row.time("not_after")))
        return Match{"not_after", row.text("not_after")};
    return in_subject(text, row.value("chain"));
}

std::optional<Match> in_certificate(const SearchText& text, const Row& row) {
    if (text.is_in(row.text("apple_account")))
        return Match{"apple_account", row.text("apple_account")};
    if (const auto& note = row.value("note"); note && text.is_in(*note))
        return Match{"note", *note};
    return std::nullopt;
}

Found found_of(Transaction& transaction, const Row& row, Match match, const TenantPage& page, Time now) {
    const store::Tenant& tenant = page.by_id(row.text("tenant"));
    const bool removed = row.value("removed_at").has_value();
    const bool current = row.value("id") == row.value("current") && !removed && !tenant.removed_at;
    return {.tenant = tenant.id,
            .service = std::string(service),
            .name = row.text("name"),
            .matched = std::move(match.field),
            .value = std::move(match.value),
            .role = current ? "current" : "earlier",
            .not_after = row.time("not_after"),
            .state = store::state_within(tenant, state_at(transaction, row.time("not_after"), removed,
                                                          store::root_policy(transaction, tenant.id), now))};
}

/// Version by version, so that what was found is in one order: certificate, then its versions, the latest first.
void add_certificates(std::vector<Found>& all, Transaction& transaction, const SearchText& text, const TenantPage& page,
                      Time now) {
    transaction
        .prepare(
            "select c.tenant, c.name, c.apple_account, c.note, c.removed_at, c.current, v.id, v.topic, v.serial, "
            "v.public_key_sha256, v.not_after, v.pem from tenants t join apns_certificates c on c.tenant = t.id "
            "join apns_versions v on v.certificate = c.id where t.name between :first and :last "
            "order by t.name, c.name, case when v.id = c.current then 0 else 1 end, v.not_after desc, v.id")
        .each(page.bounds(), [&](const Row& row) {
            if (row.value("id") == row.value("current"))
                if (auto match = in_certificate(text, row))
                    all.push_back(found_of(transaction, row, std::move(*match), page, now));
            if (auto match = in_version(text, row))
                all.push_back(found_of(transaction, row, std::move(*match), page, now));
            return true;
        });
}

void add_requests(std::vector<Found>& all, Transaction& transaction, const SearchText& text, const TenantPage& page) {
    for (const Row& row : transaction.rows("select r.tenant, r.name, r.csr, r.public_key_sha256, r.closed_at, "
                                           "r.outcome from tenants t join apns_requests r on r.tenant = t.id "
                                           "where t.name between :first and :last "
                                           "order by t.name, r.name, r.created_at, r.id",
                                           page.bounds()))
        if (auto match = in_request(text, row)) {
            const store::Tenant& tenant = page.by_id(row.text("tenant"));
            const bool open = !row.value("closed_at");
            all.push_back(
                {.tenant = tenant.id,
                 .service = std::string(service),
                 .name = row.text("name"),
                 .matched = std::move(match->field),
                 .value = std::move(match->value),
                 .role = open ? "staged" : "earlier",
                 .state = store::state_within(tenant, open ? "open" : row.value("outcome").value_or("used"))});
        }
}

void add_vendors(std::vector<Found>& all, Transaction& transaction, const std::vector<Row>& rows,
                 const SearchText& text, const TenantPage* page, Time now) {
    for (const Row& row : rows)
        if (auto match = in_vendor(text, row)) {
            const std::string_view own = state_at(transaction, row.time("not_after"), false, row.text("policy"), now);
            all.push_back(
                {.tenant = row.value("tenant").value_or(""),
                 .service = "apns-vendor",
                 .name = fmt::format("vendor {}", row.text("serial")),
                 .matched = std::move(match->field),
                 .value = std::move(match->value),
                 .not_after = row.time("not_after"),
                 .state = page ? store::state_within(page->by_id(row.text("tenant")), own) : std::string(own)});
        }
}

}  // namespace

std::vector<Found> find(Transaction& transaction, const SearchText& text, const TenantPage& page, Time now) {
    std::vector<Found> all;
    add_certificates(all, transaction, text, page, now);
    add_requests(all, transaction, text, page);
    add_vendors(all, transaction,
                transaction.rows("select v.policy, p.tenant, v.serial, v.not_after, v.chain from apns_vendors v "
                                 "join policies p on p.id = v.policy join tenants t on t.id = p.tenant "
                                 "where t.name between :first and :last order by t.name, v.not_after desc, v.id",
                                 page.bounds()),
                text, &page, now);
    return all;
}

std::vector<Found> find_in_store(Transaction& transaction, const SearchText& text, Time now) {
    std::vector<Found> all;
    add_vendors(all, transaction,
                transaction.rows("select v.policy, p.tenant, v.serial, v.not_after, v.chain from apns_vendors v "
                                 "join policies p on p.id = v.policy where p.tenant is null "
                                 "order by v.not_after desc, v.id"),
                text, nullptr, now);
    return all;
}

}  // namespace mdm::apns
