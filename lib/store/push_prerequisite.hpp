// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "store/database.hpp"
#include "store/tenants.hpp"

#include <optional>

namespace mdm::store {

/// What stands against connecting a service that needs push for the first time: no_push_certificate, or
/// push_certificate_expired where the tenant's have all ended; nullopt where a valid one is there, tracked ones
/// included. What renews, repairs or checks never asks.
std::optional<Finding> push_prerequisite(Transaction& transaction, const Tenant& tenant, Time now);

}  // namespace mdm::store
