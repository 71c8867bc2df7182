// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/token_question.hpp"

#include "dep/held_secrets.hpp"
#include "dep/with_store/kept_answer.hpp"

#include <fmt/format.h>

namespace mdm::apps {

TokenQuestion token_question(const cli::World& world, store::Store& store, std::string_view tenant_name,
                             std::string_view token_name) {
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    store::Tenant tenant = store::tenant_to_change(transaction, tenant_name);
    dep::HeldToken held = dep::token_meant(transaction, tenant, token_name);
    dep::ServerToken token = dep::open_held_token(transaction, key, held, tenant.name);
    judge_dep_origin(transaction, world.settings, held.origin, dep::called(held, tenant.name));
    return {std::move(tenant), std::move(held), std::move(token)};
}

void refuse_early(const TokenQuestion& question, Time now) {
    if (question.held.retry_at && now < *question.held.retry_at)
        throw Error{ErrorCode::rate_limited,
                    fmt::format("Apple wants not to be asked with {} before {}",
                                dep::called(question.held, question.tenant.name), to_rfc3339(*question.held.retry_at)),
                    "run it again then"};
}

void keep_retry_at(const cli::World& world, store::Store& store, const TokenQuestion& question,
                   const DepService& service) {
    if (const auto retry_at = service.retry_at(world.clock))
        keep_answer(world, store, question.tenant, question.held, {}, retry_at);
}

dep::Proof asked(const cli::World& world, store::Store& store, const TokenQuestion& question, DepService& service) {
    try {
        return dep::prove(service.client(), world.clock.now());
    } catch (const Error&) {
        keep_retry_at(world, store, question, service);
        throw;
    }
}

}  // namespace mdm::apps
