// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/proof.hpp"
#include "dep/records.hpp"
#include "store/tenants.hpp"

#include <optional>

/// What Apple says of a token that is held.
namespace mdm::dep {

/// What Apple said of a token, put into it.
void take_answer(HeldToken& held, const Proof& proof, Time now);
/// The same, and written down.
/// retry_at   it wants not to be asked before
void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now);

}  // namespace mdm::dep
