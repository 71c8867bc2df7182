// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/account_holding.hpp"
#include "store/tenant_page.hpp"

#include <vector>

namespace mdm::expiry {

/// What was told of a page of tenants with the account that it was got with.
std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now);

}  // namespace mdm::expiry
