// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/tenant_choice.hpp"
#include "cli/command.hpp"
#include "store/account_holding.hpp"
#include "store/store.hpp"

#include <functional>
#include <string>
#include <vector>

/// The commands of `mdmctl account`, one file each.
namespace mdm::apps {

cli::Command account_list_command();
cli::Command account_show_command();

/// An account as it is called where it was first met, and whose things hang on it.
struct Account {
    std::string name;
    std::string kind;  ///< empty: nobody said
    std::vector<std::string> tenants;

    void add(const store::AccountHolding& holding, const store::Tenant& tenant);
};

/// What of the chosen tenants hangs on anybody's account, of every service, by the tenants' names.
void each_holding(const cli::World& world, const access::TenantChoice& tenants,
                  const std::function<void(const store::AccountHolding&, const store::Tenant&)>& take);

}  // namespace mdm::apps
