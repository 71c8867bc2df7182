// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/push_certificate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::apns {

/// The certificate that devices are bound to now, as far as it is known: of one that another MDM server holds it may be
/// no more than what that server's console shows.
struct CurrentCertificate {
    std::string name;  ///< how to call it in messages: "'old.pem'", "the push certificate of 'acme'"
    std::string topic;
    Time not_after;
    std::optional<Time> not_before{};
    std::optional<std::string> serial{};  ///< as Certificate::serial()
    std::optional<crypto::Certificate> certificate{};
    std::string apple_account{};  ///< that it was got with; empty: nobody knows
};
CurrentCertificate as_current(const PushCertificate& push, std::string name);

/// A certificate that was downloaded, and what came with it.
struct Candidate {
    crypto::Certificate certificate;
    std::string name;             ///< the file
    std::string apple_account{};  ///< that it is said to come from; empty: nobody said
};

/// May `candidate` take the place of `current`, or be the first one? Everything that the answer depends on.
struct RenewalQuestion {
    std::optional<CurrentCertificate> current;  ///< nullopt: there is none yet
    Candidate candidate;
    /// Keys one of which the candidate must belong to; nullopt: there is none to compare with, and it is not judged.
    std::optional<std::vector<crypto::PublicKey>> keys{};
    /// What says that it is another tenant's, found by who has a store to look into.
    std::optional<Finding> other_tenant{};
    /// What the pretend portal issued may be taken: in a rehearsal, and where the current one is its own.
    bool rehearsal = false;
    /// Typed out by who knows what it costs: the current topic, which is given up. Empty: nobody did.
    std::string replaced_topic{};
    Time now;
};

/// What stands against it; no error in the list means: nothing. Every reason is listed, so that an admin who mends one
/// does not meet the next at midnight, in the order of the contract: not_a_push_certificate, other_tenant,
/// topic_mismatch, key_mismatch, apple_account_mismatch, expired, not_yet_valid, older_than_current, same_certificate,
/// sandbox_certificate. Remarks follow: key_changed, and how it is unlike Apple's.
std::vector<Finding> renewal_findings(const RenewalQuestion& question);

}  // namespace mdm::apns
