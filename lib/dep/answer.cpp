// SPDX-License-Identifier: Apache-2.0
#include "dep/answer.hpp"

#include "dep/holding.hpp"
#include "dep/server_token.hpp"

#include <fmt/format.h>

namespace mdm::dep {

std::vector<Finding> contradictions(const HeldToken& held, const Proof& proof, std::string_view tenant_name) {
    if (!proof.account)
        return {};
    const Service& before = held.current.service;
    const Service now = proof.service();
    std::vector<Finding> findings;
    const auto judge = [&](ErrorCode code, std::string_view what, const std::string& was, const std::string& is) {
        if (!was.empty() && !is.empty() && was != is)
            findings.push_back(
                {Severity::error, code,
                 fmt::format("what answers says that {} is of the {} {}, and Apple said {} before",
                             called(held, tenant_name), what, is, was),
                 "look whether something answers in Apple's place (--trace FILE); nothing of it was kept", ""});
    };
    judge(ErrorCode::other_server, "service", before.server_uuid, now.server_uuid);
    judge(ErrorCode::other_organization, "organisation", before.org_id, now.org_id);
    return findings;
}

void note_ended(store::Transaction& transaction, const FoundToken& found, Time now) {
    const auto tenant = store::tenant_named(transaction, found.tenant_name);
    auto held = tenant ? find_token(transaction, *tenant, found.name) : std::nullopt;
    if (!held || held->current.id != found.version.id || held->standing == Standing::superseded)
        return;
    held->standing = Standing::superseded;
    held->standing_at = now;
    update(transaction, *held);
    note_in_inventory(transaction, *held, *tenant, now);
}

void take_answer(HeldToken& held, const Proof& proof, Time now) {
    if (!contradictions(held, proof, "").empty())
        return;
    // Of one that is over by its date it says nothing more that it is not taken.
    const auto standing = has_ended(held.current.access_token_expiry, now) ? std::nullopt : proof.standing();
    if (standing && *standing != held.standing) {
        held.standing = *standing;
        held.standing_at = *standing == Standing::good ? std::nullopt : std::optional(now);
    }
    if (!proof.account)
        return;
    const std::string account_before = held.current.service.admin_id;
    held.current.service = proof.service().completed_by(held.current.service);
    if (held.current.service.admin_id.empty())
        held.current.service.admin_id = account_before;
}

void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now) {
    const std::string account_before = held.account();
    const Standing standing_before = held.standing;
    take_answer(held, proof, now);
    held.retry_at = retry_at;
    if (proof.account)
        update_service(transaction, held.current);
    update(transaction, held);
    // A line that says the same as before has not changed: calendars go by its time.
    if (held.standing != standing_before || held.account() != account_before)
        note_in_inventory(transaction, held, tenant, now);
}

}  // namespace mdm::dep
