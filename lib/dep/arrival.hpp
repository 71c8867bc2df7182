// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "store/database.hpp"
#include "store/tenants.hpp"

#include <string_view>
#include <vector>

namespace mdm::dep {

/// What stands against a tenant that came from another store, by its server tokens and their keys, earlier ones
/// included: other_tenant, where a service or key is another's here, each once; sandbox_certificate, where this store
/// is no rehearsal's. throws  store_damaged: what it holds is not what the columns beside it say; bad_name
std::vector<Finding> arrival_findings(store::Transaction& transaction, std::string_view tenant);

/// Writes its lines of the inventory anew, from the tokens that have come with it.
void rewrite_inventory(store::Transaction& transaction, const store::Tenant& tenant, Time now);

}  // namespace mdm::dep
