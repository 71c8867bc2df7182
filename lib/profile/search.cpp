// SPDX-License-Identifier: Apache-2.0
#include "profile/search.hpp"

#include "profile/kept_signers.hpp"
#include "store/policies.hpp"

#include <fmt/format.h>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace mdm::profile {
namespace {

using store::Found;
using store::TenantPage;
using store::Transaction;

/// Which field has the text, and the whole of it.
std::optional<std::pair<std::string, std::string>> match_in(const SearchText& text, const crypto::Certificate& leaf) {
    if (text.is_in_serial(leaf.serial()))
        return std::pair("serial", leaf.serial());
    if (std::string key = leaf.public_key().sha256(); text.is_in_hash(key))
        return std::pair("public_key", std::move(key));
    if (std::string fingerprint = leaf.sha256(); text.is_in_hash(fingerprint))
        return std::pair("sha256", std::move(fingerprint));
    if (text.begins(leaf.not_after()))
        return std::pair("not_after", to_rfc3339(leaf.not_after()));
    if (std::string subject = leaf.subject().to_string(); text.is_in(subject))
        return std::pair("subject", std::move(subject));
    return std::nullopt;
}

std::string state_at(Time not_after, std::int64_t first_day, Time now) {
    if (now > not_after)
        return "expired";
    return days_between(now, not_after) <= first_day ? "expiring" : "valid";
}

/// Those of one policy are next to one another, and the first of them ends last.
/// first_day   says from when on one is expiring
std::vector<Found> found_among(const std::vector<OwnedSigner>& signers, const SearchText& text,
                               const std::function<std::int64_t(const OwnedSigner&)>& first_day, Time now) {
    std::vector<Found> found;
    std::string policy;
    for (const OwnedSigner& one : signers) {
        const bool is_current = std::exchange(policy, one.signer.policy) != one.signer.policy;
        const crypto::Certificate& leaf = one.signer.chain.front();
        auto match = match_in(text, leaf);
        if (!match)
            continue;
        found.push_back({.tenant = one.tenant,
                         .service = std::string(signer_service),
                         .name = signer_name(leaf),
                         .matched = std::move(match->first),
                         .value = std::move(match->second),
                         .role = is_current ? "current" : "earlier",
                         .not_after = leaf.not_after(),
                         .state = state_at(leaf.not_after(), first_day(one), now)});
    }
    return found;
}

}  // namespace

std::vector<Found> find(Transaction& transaction, const SearchText& text, const TenantPage& page, Time now) {
    std::map<std::string, store::PolicyTree> trees;  // read when the first one is found
    const auto first_day = [&](const OwnedSigner& one) {
        if (trees.empty())
            trees = store::policy_trees(transaction, page);
        const store::PolicyTree& tree = trees.at(one.tenant);
        return store::first_reminder_day(tree.way_up(tree.by_id(one.signer.policy)));
    };
    std::vector<Found> all = found_among(signers_of(transaction, page), text, first_day, now);
    for (Found& one : all) {
        const store::Tenant& tenant = page.by_id(one.tenant);
        one.state = store::state_within(tenant, one.state);
        if (tenant.removed_at)
            one.role = "earlier";
    }
    return all;
}

std::vector<Found> find_in_store(Transaction& transaction, const SearchText& text, Time now) {
    std::vector<OwnedSigner> shared;
    for (KeptSigner& signer : signers_of(transaction, std::nullopt))
        shared.push_back({"", std::move(signer)});
    const auto first_day = [&](const OwnedSigner&) {
        const store::Policy root = store::store_root(transaction);
        return store::first_reminder_day({&root});
    };
    return found_among(shared, text, first_day, now);
}

}  // namespace mdm::profile
