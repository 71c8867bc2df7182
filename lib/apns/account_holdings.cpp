// SPDX-License-Identifier: Apache-2.0
#include "apns/account_holdings.hpp"

#include "apns/holding.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apns {
namespace {

/// Source: the portal shows a certificate to the account that created it alone; only the support moves one.
std::string consequence_of(const HeldCertificate& held) {
    const std::string who = held.devices ? counted(*held.devices, "device") : "every device";
    std::string sentence = fmt::format(
        "no other account can renew it: without this one {} must enroll again, unless Apple Support moves the "
        "certificate to another account",
        who);
    if (held.account_kind == AccountKind::managed)
        sentence += "; an administrator of the organisation can reset a Managed Apple Account's password";
    return sentence;
}

}  // namespace

std::vector<store::AccountHolding> account_holdings(store::Transaction& transaction, const store::TenantPage& page,
                                                    Time now) {
    const auto trees = store::policy_trees(transaction, page);
    std::vector<store::AccountHolding> all;
    for (const HeldCertificate& held : held_certificates(transaction, page))
        if (!held.removed_at)
            all.push_back(
                {.tenant = held.tenant,
                 .account = held.apple_account,
                 .kind = held.account_kind == AccountKind::unknown ? "" : std::string(name(held.account_kind)),
                 .service = "apns",
                 .name = held.name,
                 .state = std::string(state_of(trees.at(held.tenant), held, now)),
                 .not_after = held.current.not_after,
                 .renewable_until = renewable_until(held.current),
                 .consequence = consequence_of(held)});
    return all;
}

}  // namespace mdm::apns
