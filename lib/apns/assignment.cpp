// SPDX-License-Identifier: Apache-2.0
#include "apns/assignment.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

using store::Policy;

/// For messages: "the policy 'kiosks'", "the root policy", with the number of those that follow it.
std::string called(const std::vector<const Policy*>& followers) {
    const Policy& first = *followers.front();
    std::string text = first.is_root() ? "the root policy" : fmt::format("the policy '{}'", first.name);
    if (const std::size_t below = followers.size() - 1; below > 0)
        text += fmt::format(" and of {} below it", below);
    return text;
}

std::optional<Finding> ended(const HeldCertificate* held, Time now) {
    if (held == nullptr || now <= held->current.not_after)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::expired,
                   fmt::format("the push certificate '{}' ended on {}: APNs refuses it", held->name,
                               to_rfc3339(held->current.not_after)),
                   "renew it first, in the portal beside its row; then mdmctl apns renew FILE", "not_after"};
}

/// What it would get without one of its own.
const HeldCertificate* inherited(const Assignments& assignments, const Policy& policy) {
    return policy.parent ? assignments.effective(assignments.tree().by_id(*policy.parent)) : nullptr;
}

std::vector<Finding> findings_of(std::optional<Finding> topic, std::optional<Finding> end) {
    std::vector<Finding> all;
    for (auto& finding : {&topic, &end})
        if (*finding)
            all.push_back(std::move(**finding));
    return all;
}

}  // namespace

Assignments::Assignments(store::Transaction& transaction, const store::Tenant& tenant)
    : tree_(transaction, tenant.id), certificates_(held_certificates(transaction, tenant.id)) {}

const HeldCertificate* Assignments::own(const Policy& policy) const {
    const auto found = std::find_if(certificates_.begin(), certificates_.end(),
                                    [&](const HeldCertificate& held) { return held.is_assigned_to(policy.id); });
    return found == certificates_.end() ? nullptr : &*found;
}

const Policy* Assignments::carrier(const Policy& policy) const {
    for (const Policy* above : tree_.way_up(policy))
        if (own(*above) != nullptr)
            return above;
    return nullptr;
}

const HeldCertificate* Assignments::effective(const Policy& policy) const {
    const Policy* from = carrier(policy);
    return from == nullptr ? nullptr : own(*from);
}

std::vector<const Policy*> Assignments::followers(const Policy& policy) const {
    std::vector<const Policy*> all{&tree_.by_id(policy.id)};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Policy* child : tree_.children(*all[i]))
            if (own(*child) == nullptr)
                all.push_back(child);
    return all;
}

std::optional<Finding> topic_change(const Assignments& now, const Policy& policy,
                                    const std::optional<std::string>& topic, std::string_view replaced_topic) {
    const HeldCertificate* before = now.effective(policy);
    if (before == nullptr || before->current.topic == topic)
        return std::nullopt;
    const std::string& given_up = before->current.topic;
    return Finding{
        replaced_topic == given_up ? Severity::warning : Severity::error, ErrorCode::topic_mismatch,
        fmt::format("the devices of {} are bound to the topic {}; with this they would get {}, and every one "
                    "of them would have to enroll again",
                    called(now.followers(policy)), given_up, topic ? *topic : "no push certificate"),
        fmt::format("--allow-replacement {} is for who wants just that, or has no devices there yet", given_up),
        "topic"};
}

std::vector<Finding> assign_findings(const Assignments& assignments, const Policy& policy, const HeldCertificate& held,
                                     std::string_view replaced_topic, Time now) {
    return findings_of(topic_change(assignments, policy, held.current.topic, replaced_topic), ended(&held, now));
}

std::vector<Finding> unassign_findings(const Assignments& assignments, const Policy& policy,
                                       std::string_view replaced_topic, Time now) {
    const HeldCertificate* held = inherited(assignments, policy);
    return findings_of(
        topic_change(assignments, policy, held ? std::optional(held->current.topic) : std::nullopt, replaced_topic),
        ended(held, now));
}

void assign(store::Change& change, const store::Tenant& tenant, const Policy& policy, const HeldCertificate* held) {
    store::Transaction& transaction = change.transaction();
    assign(transaction, policy.id, held == nullptr ? std::nullopt : std::optional(held->id));
    // The inventory names a policy of each: those that gained and lost one are written anew.
    for (const HeldCertificate& one : held_certificates(transaction, tenant.id))
        note_in_inventory(transaction, one, tenant, change.now());
}

std::vector<Finding> redundant_assignments(const Assignments& assignments, const store::Tenant& tenant) {
    std::vector<Finding> findings;
    for (const Policy* policy : assignments.tree().own()) {
        const HeldCertificate* held = assignments.own(*policy);
        if (held == nullptr || policy->is_root() || inherited(assignments, *policy) != held)
            continue;
        findings.push_back({Severity::warning, ErrorCode::redundant_assignment,
                            fmt::format("the policy '{}' of '{}' carries the push certificate that it would inherit",
                                        policy->name, tenant.name),
                            fmt::format("mdmctl apns unassign --tenant {} --policy {}", shell_quoted(tenant.name),
                                        shell_quoted(policy->name)),
                            policy->name});
    }
    return findings;
}

}  // namespace mdm::apns
