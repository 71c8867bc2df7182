// SPDX-License-Identifier: Apache-2.0
#include "account/commands.hpp"
#include "apns/account_holdings.hpp"
#include "apns/schema.hpp"

namespace mdm::apps {

store::Rooms rooms_with_accounts() { return {apns::room()}; }

std::vector<store::AccountHolding> holdings_of(store::Transaction& transaction, const store::Tenant& tenant, Time now) {
    return apns::account_holdings(transaction, tenant, now);
}

}  // namespace mdm::apps
