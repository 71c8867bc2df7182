// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/kept_answer.hpp"

#include "dep/answer.hpp"
#include "dep/holding.hpp"

#include <fmt/format.h>

namespace mdm::apps {

void keep_answer(const cli::World& world, store::Store& store, const store::Tenant& tenant, const dep::HeldToken& held,
                 const dep::Proof& proof, std::optional<Time> retry_at) {
    if (world.settings.dry_run || (!proof.standing() && !retry_at))
        return;
    try {
        store.note([&](store::Transaction& transaction) {
            auto there = dep::find_token(transaction, tenant, held.name);
            if (there && there->current.id == held.current.id)
                dep::note_answer(transaction, tenant, *there, proof, retry_at, world.clock.now());
        });
    } catch (const Error& e) {
        world.warn(fmt::format("what Apple said could not be kept: {}", e.message()));
    }
}

void keep_ended(cli::World& world, store::Store& store, const std::vector<dep::FoundToken>& ended) {
    if (world.settings.dry_run || ended.empty())
        return;
    try {
        store.note([&](store::Transaction& transaction) {
            for (const dep::FoundToken& found : ended)
                dep::note_ended(transaction, found, world.clock.now());
        });
    } catch (const Error& e) {
        world.warn(fmt::format("which tokens are dead by now could not be kept: {}", e.message()));
    }
}

}  // namespace mdm::apps
