// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/download.hpp"
#include "store/tenants.hpp"

#include <vector>

namespace mdm::dep {

/// token_ended: which tokens are dead by now behind a download that is refused, for Apple keeps none beside the newest
/// one of a service.
/// findings   what stands against it
/// same       of_the_same_service()
std::vector<Finding> ended_tokens(const std::vector<Finding>& findings, const std::vector<FoundToken>& same,
                                  const Download& download, const store::Tenant& tenant);

}  // namespace mdm::dep
