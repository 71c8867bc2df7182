// SPDX-License-Identifier: Apache-2.0
#include "apns/topic_match.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace mdm::apns {
namespace {

using store::Row;

/// A push certificate by the name of its tenant and its own.
using Owner = std::pair<std::string, std::string>;

/// The smallest goes first.
enum class Claim { has_it, had_it, gone_with_it, gone };

Claim claim_of(const Row& row) {
    const bool now = row.value("id") == row.value("current");
    const bool gone = row.value("removed_at") || row.value("tenant_removed_at") || row.value("handed_over_at");
    if (gone)
        return now ? Claim::gone_with_it : Claim::gone;
    return now ? Claim::has_it : Claim::had_it;
}

/// Those whose claim is the best.
std::vector<Owner> owners_of(store::Transaction& transaction, const std::string& topic) {
    std::map<Claim, std::set<Owner>> by_claim;
    for (const Row& row : transaction.rows("select v.id, c.current, c.name, c.removed_at, t.name as tenant, "
                                           "t.removed_at as tenant_removed_at, t.handed_over_at from apns_versions v "
                                           "join apns_certificates c on c.id = v.certificate "
                                           "join tenants t on t.id = c.tenant where v.topic = :topic",
                                           {{"topic", topic}}))
        by_claim[claim_of(row)].emplace(row.text("tenant"), row.text("name"));
    if (by_claim.empty())
        return {};
    const std::set<Owner>& best = by_claim.begin()->second;
    return {best.begin(), best.end()};
}

std::string topic_of(const crypto::Certificate& certificate, std::string_view file) {
    if (const auto missing = missing_topic(certificate, file))
        throw Error::from_findings(
            {{Severity::error, ErrorCode::not_a_push_certificate, missing->message, missing->hint, missing->where}});
    return push_topic(certificate).value();
}

const Owner& only_one(const std::vector<Owner>& owners, const std::string& topic, std::string_view file) {
    if (owners.empty())
        throw Error{ErrorCode::no_such_certificate,
                    fmt::format("no tenant has a push certificate with the topic {} of '{}'", topic, file),
                    "one that was created anew has a topic of its own: in the portal choose Renew beside the old one; "
                    "a tenant's first goes in with mdmctl apns import"};
    for (const Owner& owner : owners) {
        if (owner.first != owners.front().first)
            throw Error{ErrorCode::other_tenant,
                        fmt::format("the topic {} of '{}' is that of the tenant '{}' and of '{}' as well", topic, file,
                                    owners.front().first, owner.first),
                        "a push topic belongs to one tenant; mdmctl apns list shows what each holds"};
        if (owner.second != owners.front().second)
            throw Error{ErrorCode::certificate_ambiguous,
                        fmt::format("the tenant '{}' has two push certificates with the topic {} of '{}': '{}', '{}'",
                                    owner.first, topic, file, owners.front().second, owner.second),
                        fmt::format("mdmctl apns renew {} --tenant {} --name N names one", shell_quoted(file),
                                    shell_quoted(owner.first))};
    }
    return owners.front();
}

}  // namespace

TopicMatch match_topic(store::Transaction& transaction, const crypto::Certificate& certificate, std::string_view file,
                       std::string_view tenant) {
    const std::string topic = topic_of(certificate, file);
    const auto owners = owners_of(transaction, topic);
    const Owner& owner = only_one(owners, topic, file);
    if (!tenant.empty() && owner.first != tenant)
        throw Error{
            ErrorCode::other_tenant,
            fmt::format("the topic of '{}' is that of the tenant '{}', not of '{}'", file, owner.first, tenant),
            fmt::format("--tenant {} is whom it belongs to, if it is the right file", shell_quoted(owner.first))};
    store::Tenant whose = store::tenant_meant(transaction, owner.first);
    HeldCertificate held = certificate_meant(transaction, whose, owner.second);
    return {std::move(whose), std::move(held)};
}

}  // namespace mdm::apns
