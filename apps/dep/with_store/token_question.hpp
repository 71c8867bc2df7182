// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/proof.hpp"
#include "dep/server_token.hpp"
#include "dep/with_store/token_session.hpp"
#include "rooms/dep_service.hpp"

#include <string>
#include <string_view>

/// Asking Apple with a token that is held.
namespace mdm::apps {

/// What to ask with, read while nothing is locked.
struct TokenQuestion {
    store::Tenant tenant;
    dep::HeldToken held;
    dep::ServerToken token;
};

/// tenant_name   empty: the only one
/// token_name    empty: the usual one
/// throws        no_such_tenant, no_such_token, key_not_held, other_origin, no_store_key, ...
TokenQuestion token_question(const cli::World& world, store::Store& store, std::string_view tenant_name,
                             std::string_view token_name);

/// throws  rate_limited: Apple wants not to be asked yet
void refuse_early(const TokenQuestion& question, Time now);

/// Keeps until when Apple wants not to be asked, where it said so.
void keep_retry_at(const cli::World& world, store::Store& store, const TokenQuestion& question,
                   const DepService& service);

/// Asks for the account; where there is no answer, when to ask again is kept. throws  what dep::prove throws
dep::Proof asked(const cli::World& world, store::Store& store, const TokenQuestion& question, DepService& service);

}  // namespace mdm::apps
