// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "account/commands.hpp"
#include "apns/account_holdings.hpp"
#include "dep/account_holdings.hpp"
#include "expiry/account_holdings.hpp"
#include "rooms/every_room.hpp"

#include <algorithm>
#include <iterator>

namespace mdm::apps {

void Account::add(const store::AccountHolding& holding, const store::Tenant& tenant) {
    if (name.empty())
        name = holding.account;
    if (kind.empty())
        kind = holding.kind;
    if (tenants.empty() || tenants.back() != tenant.name)
        tenants.push_back(tenant.name);
}

void each_holding(const cli::World& world, const access::TenantChoice& tenants,
                  const std::function<void(const store::AccountHolding&, const store::Tenant&)>& take) {
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    store::TenantPages pages = access::chosen_tenants(transaction, world.settings, tenants);
    const Time now = world.clock.now();
    for (store::TenantPage page = pages.next(); !page.empty(); page = pages.next()) {
        auto holdings = apns::account_holdings(transaction, page, now);
        for (auto more :
             {dep::account_holdings(transaction, page, now), expiry::account_holdings(transaction, page, now)})
            std::move(more.begin(), more.end(), std::back_inserter(holdings));
        std::stable_sort(holdings.begin(), holdings.end(), [&](const auto& one, const auto& other) {
            return page.by_id(one.tenant).name < page.by_id(other.tenant).name;
        });
        for (const store::AccountHolding& holding : holdings)
            take(holding, page.by_id(holding.tenant));
    }
}

}  // namespace mdm::apps
