// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "store/account_holding.hpp"
#include "store/store.hpp"

#include <vector>

/// The commands of `mdmctl account`, one file each.
namespace mdm::apps {

cli::Command account_list_command();
cli::Command account_show_command();

/// What every service keeps in the store.
store::Rooms rooms_with_accounts();
/// What of a tenant hangs on anybody's account, of every service.
std::vector<store::AccountHolding> holdings_of(store::Transaction& transaction, const store::Tenant& tenant, Time now);

}  // namespace mdm::apps
