// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/download.hpp"
#include "store/tenants.hpp"

#include <vector>

namespace mdm::dep {

/// Tokens that are dead by now: token_ended, and those of them that the store has.
struct EndedTokens {
    std::vector<Finding> findings{};
    std::vector<FoundToken> held{};
};

/// Which tokens a download that is refused has ended, for Apple keeps none beside the newest one of a service.
/// findings   what stands against it
/// same       of_the_same_service()
EndedTokens ended_tokens(const std::vector<Finding>& findings, const std::vector<FoundToken>& same,
                         const Download& download, const store::Tenant& tenant);

}  // namespace mdm::dep
