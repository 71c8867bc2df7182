// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"
#include "store/tenant_page.hpp"

#include <vector>

namespace mdm::apns {

/// What `check` says of the push certificates of a page of tenants, beside their dates; what was removed is left out:
///   shared_between_tenants   another tenant has the same topic, certificate or key
///   personal_account         the Apple Account goes when a person goes
///   redundant_assignment     a policy carries what it would inherit
/// Each of a tenant's push certificates has them in this order.
std::vector<store::TenantFinding> tenant_findings(store::Transaction& transaction, const store::TenantPage& page);

}  // namespace mdm::apns
