// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/policy_meant.hpp"
#include "apns/assignment.hpp"
#include "cli/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::apps {

/// What a policy has in the end, and which one says so.
struct Explained {
    std::string setting;               ///< push_certificate, contacts, remind_days, ...
    std::optional<std::string> value;  ///< nullopt: nobody says anything, and there is no usual value
    const store::Policy* from;         ///< nullptr: the usual value
};

/// Everything that a policy has, in a fixed order; a contact is one of several, of this policy and those above.
std::vector<Explained> explain(store::Transaction& transaction, const store::Tenant& tenant,
                               const apns::Assignments& assignments, const store::Policy& policy, Time now);
/// The same for the store's root, which has no tenant.
std::vector<Explained> explain_store_root(store::Transaction& transaction, const store::Policy& root, Time now);

/// setting, value, from, scope (own|inherited|store|usual), for each.
std::vector<cli::Record> records_of(const std::vector<Explained>& explained, const store::Policy& policy);

/// What `policy show`, `add`, `set` and `remove` answer: tenant, policy, parent, and everything it has.
cli::Record policy_record(store::Transaction& transaction, const access::PolicyMeant& meant, Time now);

}  // namespace mdm::apps
