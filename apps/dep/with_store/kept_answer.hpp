// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/proof.hpp"
#include "dep/with_store/token_session.hpp"

#include <optional>
#include <vector>

/// What Apple said of a token, kept without an event: a person has changed nothing of the tenant's.
namespace mdm::apps {

/// Where another run has renewed the token meanwhile, and with --dry-run, nothing is kept; where the store cannot be
/// written, that is a warning.
/// retry_at   Apple wants not to be asked before
void keep_answer(const cli::World& world, store::Store& store, const store::Tenant& tenant, const dep::HeldToken& held,
                 const dep::Proof& proof, std::optional<Time> retry_at);

/// Not with --dry-run; where the store cannot be written, that is a warning.
void keep_ended(cli::World& world, store::Store& store, const std::vector<dep::FoundToken>& ended);

/// Runs what may be refused, and then writes down which tokens of the store the download has ended all the same.
/// ended   filled by `act` before it throws
template <class Act>
auto keeping_what_ended(cli::World& world, store::Store& store, const std::vector<dep::FoundToken>& ended,
                        const Act& act) {
    try {
        return act();
    } catch (const Error&) {
        keep_ended(world, store, ended);
        throw;
    }
}

}  // namespace mdm::apps
