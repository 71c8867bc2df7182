// SPDX-License-Identifier: Apache-2.0
#include "expiry/account_holdings.hpp"

#include "expiry/service_line.hpp"
#include "expiry/told.hpp"
#include "store/inventory.hpp"

namespace mdm::expiry {

std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now) {
    const auto trees = store::policy_trees(transaction, page);
    std::vector<store::AccountHolding> all;
    for (const store::InventoryItem& item : store::inventory(transaction, {.page = &page})) {
        if (!is_told(item) || item.account.empty())
            continue;
        const auto way_up = way_up_of(item, trees.at(item.tenant));
        all.push_back(
            {.tenant = item.tenant,
             .account = item.account,
             .kind = "",
             .service = item.service,
             .name = item.name,
             .state = line_of(item, page.find(item.tenant), store::settings_in_force(way_up), now).state,
             .not_after = item.not_after,
             .consequence = "it was got with this account; who renews it there needs it, or another that may"});
    }
    return all;
}

}  // namespace mdm::expiry
