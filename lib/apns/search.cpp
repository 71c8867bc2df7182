// SPDX-License-Identifier: Apache-2.0
#include "apns/search.hpp"

#include "apns/holding.hpp"
#include "crypto/subject.hpp"

#include <fmt/format.h>
#include <functional>
#include <map>
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

/// From when on something of a tenant is expiring. The trees are read when the first thing is found.
class ReminderDays {
public:
    ReminderDays(Transaction& transaction, const TenantPage& page) : transaction_(transaction), page_(page) {}

    /// policy   by id; empty: the tenant's root
    std::int64_t first(const std::string& tenant, const std::string& policy) {
        if (trees_.empty())
            trees_ = store::policy_trees(transaction_, page_);
        const store::PolicyTree& tree = trees_.at(tenant);
        return store::first_reminder_day(tree.way_up(policy.empty() ? tree.root() : tree.by_id(policy)));
    }

private:
    Transaction& transaction_;
    const TenantPage& page_;
    std::map<std::string, store::PolicyTree> trees_;
};

Found found_of(ReminderDays& days, const Row& row, Match match, const TenantPage& page, Time now) {
    const store::Tenant& tenant = page.by_id(row.text("tenant"));
    const bool removed = row.value("removed_at").has_value();
    const bool current = row.value("id") == row.value("current") && !removed && !tenant.removed_at;
    return {
        .tenant = tenant.id,
        .service = std::string(service),
        .name = row.text("name"),
        .matched = std::move(match.field),
        .value = std::move(match.value),
        .role = current ? "current" : "earlier",
        .not_after = row.time("not_after"),
        .state = store::state_within(tenant, state_at(row.time("not_after"), removed,
                                                      days.first(tenant.id, row.value("policy").value_or("")), now))};
}

/// Version by version, so that what was found is in one order: certificate, then its versions, the latest first.
void add_certificates(std::vector<Found>& all, Transaction& transaction, const SearchText& text, const TenantPage& page,
                      ReminderDays& days, Time now) {
    transaction
        .prepare(
            "select c.tenant, c.name, (select a.policy from apns_assignments a join policies p on p.id = a.policy "
            "where a.certificate = c.id order by p.name, p.id limit 1) as policy, c.apple_account, c.note, "
            "c.removed_at, c.current, v.id, v.topic, v.serial, "
            "v.public_key_sha256, v.not_after, v.pem from tenants t join apns_certificates c on c.tenant = t.id "
            "join apns_versions v on v.certificate = c.id where t.name between :first and :last "
            "order by t.name, c.name, case when v.id = c.current then 0 else 1 end, v.not_after desc, v.id")
        .each(page.bounds(), [&](const Row& row) {
            if (row.value("id") == row.value("current"))
                if (auto match = in_certificate(text, row))
                    all.push_back(found_of(days, row, std::move(*match), page, now));
            if (auto match = in_version(text, row))
                all.push_back(found_of(days, row, std::move(*match), page, now));
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

/// first_day   says from when on it is expiring
std::optional<Found> found_vendor(const SearchText& text, const Row& row,
                                  const std::function<std::int64_t()>& first_day, Time now) {
    auto match = in_vendor(text, row);
    if (!match)
        return std::nullopt;
    return Found{.tenant = row.value("tenant").value_or(""),
                 .service = "apns-vendor",
                 .name = fmt::format("vendor {}", row.text("serial")),
                 .matched = std::move(match->field),
                 .value = std::move(match->value),
                 .not_after = row.time("not_after"),
                 .state = std::string(state_at(row.time("not_after"), false, first_day(), now))};
}

}  // namespace

std::vector<Found> find(Transaction& transaction, const SearchText& text, const TenantPage& page, Time now) {
    std::vector<Found> all;
    ReminderDays days(transaction, page);
    add_certificates(all, transaction, text, page, days, now);
    add_requests(all, transaction, text, page);
    for (const Row& row :
         transaction.rows("select v.policy, p.tenant, v.serial, v.not_after, v.chain from apns_vendors v "
                          "join policies p on p.id = v.policy join tenants t on t.id = p.tenant "
                          "where t.name between :first and :last order by t.name, v.not_after desc, v.id",
                          page.bounds()))
        if (auto found = found_vendor(
                text, row, [&] { return days.first(row.text("tenant"), row.text("policy")); }, now)) {
            found->state = store::state_within(page.by_id(found->tenant), found->state);
            all.push_back(std::move(*found));
        }
    return all;
}

std::vector<Found> find_in_store(Transaction& transaction, const SearchText& text, Time now) {
    std::vector<Found> all;
    for (const Row& row :
         transaction.rows("select v.policy, p.tenant, v.serial, v.not_after, v.chain from apns_vendors v "
                          "join policies p on p.id = v.policy where p.tenant is null "
                          "order by v.not_after desc, v.id"))
        if (auto found = found_vendor(
                text, row,
                [&] {
                    const store::Policy root = store::store_root(transaction);
                    return store::first_reminder_day({&root});
                },
                now))
            all.push_back(std::move(*found));
    return all;
}

}  // namespace mdm::apns
