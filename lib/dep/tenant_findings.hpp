// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/records.hpp"
#include "store/room.hpp"
#include "store/tenant_page.hpp"

#include <optional>
#include <vector>

namespace mdm::dep {

/// What Apple said last of a token that it does not take: token_superseded, token_rejected, terms_not_accepted.
std::optional<Finding> standing_finding(const HeldToken& held, std::string_view tenant_name);

/// not_proven, a remark, where Apple was never asked about a token that is held.
std::optional<Finding> unproven_finding(const HeldToken& held, std::string_view tenant_name);

/// What `check` says of the server tokens of a page of tenants, beside their dates: how each stands at Apple, that
/// nobody asked, and expiry_estimated where nobody told the end.
std::vector<store::TenantFinding> tenant_findings(store::Transaction& transaction, const store::TenantPage& page);

}  // namespace mdm::dep
