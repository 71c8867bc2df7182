// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/account_holding.hpp"
#include "store/tenant_page.hpp"

#include <vector>

namespace mdm::dep {

/// The server tokens of a page of tenants, by the tenants' names, each with the Apple Account that downloaded it: as a
/// person said, else as Apple did. Those that were removed, and those that nobody knows it of, are left out.
std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now);

}  // namespace mdm::dep
