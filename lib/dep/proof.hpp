// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "dep/account.hpp"
#include "dep/records.hpp"

#include <optional>
#include <vector>

namespace mdm::dep {

class Client;

/// What Apple says of a server token: its account, or why it gives none.
struct Proof {
    std::optional<Account> account{};
    std::vector<Finding> findings{};  ///< token_superseded, token_rejected, terms_not_accepted, clock_skew, ...
    Time asked_at{};

    /// As it is kept; empty without an account.
    Service service() const;
    /// What the findings say of how the token stands; nullopt: nothing (a wrong clock is not the token's fault).
    std::optional<Standing> standing() const;
};

/// Asks for the account. A refusal of our credentials (exit 5) is an answer, and among the findings.
/// throws  what is no answer: unavailable, timed_out, rate_limited, bad_answer, tls_failed, ...
Proof prove(Client& client, Time now);

/// not_proven: nobody was asked.
Proof unproven();

}  // namespace mdm::dep
