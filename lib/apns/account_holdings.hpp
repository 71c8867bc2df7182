// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/account_holding.hpp"
#include "store/tenant_page.hpp"

#include <vector>

namespace mdm::apns {

/// The push certificates of a page of tenants, by the tenants' names, each with the Apple Account that alone can renew
/// it; those that were removed are left out.
std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now);

}  // namespace mdm::apns
