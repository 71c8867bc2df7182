// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/proof.hpp"
#include "dep/records.hpp"
#include "store/tenants.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What Apple says of a token that is held.
namespace mdm::dep {

/// other_server, other_organization: what answers for a token contradicts what Apple said of it before. Neither changes
/// in Apple's service, so that something else has answered.
std::vector<Finding> contradictions(const HeldToken& held, const Proof& proof, std::string_view tenant_name);

/// Writes down that a download has ended a token that is held: found->version is dead.
void note_ended(store::Transaction& transaction, const FoundToken& found, Time now);

/// What Apple said of a token, put into it; what contradicts is not.
void take_answer(HeldToken& held, const Proof& proof, Time now);
/// The same, and written down.
/// retry_at   it wants not to be asked before
void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now);

}  // namespace mdm::dep
