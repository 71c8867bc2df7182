// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"
#include "store/policies.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which policy's devices get which push certificate: its own, or that of the nearest policy above which has one.
/// Devices are bound to its topic, so what changes the topic of a policy is judged as a renewal is.
namespace mdm::apns {

class Assignments {
public:
    Assignments(store::Transaction& transaction, const store::Tenant& tenant);

    const store::PolicyTree& tree() const noexcept { return tree_; }
    /// Removed ones included: devices stay bound to their topic. nullptr: it has none of its own.
    const HeldCertificate* own(const store::Policy& policy) const;
    /// The policy, itself or above it, whose own its devices get. nullptr: there is none.
    const store::Policy* carrier(const store::Policy& policy) const;
    /// What its devices get. nullptr: nothing.
    const HeldCertificate* effective(const store::Policy& policy) const;
    /// Those whose devices would follow `policy` to another certificate: itself, and below it whatever has none of its
    /// own.
    std::vector<const store::Policy*> followers(const store::Policy& policy) const;

private:
    store::PolicyTree tree_;
    std::vector<HeldCertificate> certificates_;
};

/// topic_mismatch, where the devices of a policy and of its followers would get another topic than now.
/// topic            nullopt: they would get none
/// replaced_topic   the current topic, typed out by who wants just that; empty: nobody did
std::optional<Finding> topic_change(const Assignments& now, const store::Policy& policy,
                                    const std::optional<std::string>& topic, std::string_view replaced_topic);

/// What stands against giving a policy a certificate of its own: topic_mismatch, expired.
std::vector<Finding> assign_findings(const Assignments& assignments, const store::Policy& policy,
                                     const HeldCertificate& held, std::string_view replaced_topic, Time now);
/// What stands against leaving it what it would inherit: topic_mismatch, expired.
std::vector<Finding> unassign_findings(const Assignments& assignments, const store::Policy& policy,
                                       std::string_view replaced_topic, Time now);

/// Writes an assignment that was judged. held   nullptr: what is inherited
void assign(store::Change& change, const store::Tenant& tenant, const store::Policy& policy,
            const HeldCertificate* held);

/// A policy below the root that carries what it would inherit anyhow: harmless, until only one of the two is renewed.
std::vector<Finding> redundant_assignments(const Assignments& assignments, const store::Tenant& tenant);

}  // namespace mdm::apns
