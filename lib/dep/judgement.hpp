// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/download.hpp"
#include "dep/holding.hpp"

#include <optional>
#include <string>
#include <vector>

/// Whether a download may become a tenant's server token, by what the store holds.
namespace mdm::dep {

struct Judgement {
    std::vector<Finding> findings;  ///< renewal_findings(), and token_ended: which tokens are dead by now
    /// The token that it is the very one of, so that there is nothing to be done; nullopt: it is another.
    std::optional<HeldToken> current{};
    /// Of a refusal: tokens of the store that Apple has ended by the download.
    std::vector<FoundToken> ended{};
};

/// Judges a download against the tenant's current token, or as its first one.
Judgement judge_renewal(store::Transaction& transaction, const store::Tenant& tenant, const HeldToken& held,
                        const Download& download, Time now);

struct ImportOrder {
    std::string name{};  ///< empty: the usual one
    std::string note{};
    bool without_apns = false;  ///< --without-apns
};

/// Of the token that an order is about.
std::string name_of(const ImportOrder& order);

/// The same of what would be the tenant's first token of that name. token_exists stands first where there is one
/// already, current or removed, or one of the same service, and the rest is what renew would say.
Judgement judge_import(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order,
                       const Download& download, Time now);

}  // namespace mdm::dep
