// SPDX-License-Identifier: Apache-2.0
#include "dep/account_holdings.hpp"

#include "dep/holding.hpp"

namespace mdm::dep {

std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now) {
    const auto trees = store::policy_trees(transaction, page);
    std::vector<store::AccountHolding> all;
    for (const HeldToken& held : held_tokens(transaction, page)) {
        const std::string account = held.account();
        if (held.removed_at || account.empty())
            continue;
        all.push_back({.tenant = held.tenant,
                       .account = account,
                       .kind = "",
                       .service = std::string(service_name),
                       .name = held.name,
                       .state = std::string(state_of(trees.at(held.tenant), held, now)),
                       .not_after = held.current.access_token_expiry,
                       .consequence = "the server token ends when this account changes its password or leaves; whoever "
                                      "may manage the service in the portal can download a new one"});
    }
    return all;
}

}  // namespace mdm::dep
