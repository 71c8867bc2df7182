// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "dep/records.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::dep {

/// The server token in use now, as far as it is known: of one that another server holds it may be no more than its end.
struct CurrentToken {
    std::string name;  ///< how to call it in messages: "the server token of 'acme'"
    Version version;
    std::string apple_account{};  ///< that a person said; empty: nobody did
};

/// What is known of a token that was downloaded.
struct CandidateToken {
    std::string file;                           ///< empty: there is none, a person told the end
    std::optional<std::string> consumer_key{};  ///< nullopt: it could not be opened
    std::optional<Time> expiry{};               ///< nullopt: it could not be opened, and nobody told
    bool expiry_told = false;                   ///< by a person, and not by the file or its name
    Service service{};                          ///< what its account says; empty: it was not asked, or gave no answer
    std::string apple_account{};                ///< that a person said
};

/// May `candidate` take the place of `current`, or be the first one? Everything that the answer depends on.
struct RenewalQuestion {
    std::optional<CurrentToken> current;  ///< nullopt: there is none yet
    CandidateToken candidate;
    /// What was found by who has a store, a key or the service to ask: no_push_certificate, not_for_our_key,
    /// other_tenant, not_for_this_server; token_superseded, token_rejected, terms_not_accepted, clock_skew, not_proven.
    std::vector<Finding> found{};
    /// Typed out by who knows that the service was made anew in the portal: its server_uuid, or that of the one before.
    /// Empty: nobody did.
    std::string allowed_server{};
    Time now;
};

/// What stands against it; no error in the list means: nothing. Every reason is listed, in the order of the contract:
/// no_push_certificate, not_for_our_key, other_tenant, other_server, other_organization, older_than_current,
/// token_expired, token_superseded, token_rejected, terms_not_accepted, clock_skew. Remarks follow.
/// It is the same service when server_uuid is the same, and where one side does not know it, consumer_key and org_id:
/// cursors, enrollment profiles and assignments belong to the service, and names and accounts are labels that change.
std::vector<Finding> renewal_findings(const RenewalQuestion& question);

}  // namespace mdm::dep
