// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/push_certificate.hpp"

#include <string>
#include <vector>

namespace mdm::apns {

/// May `candidate` take the place of `current`? Everything that the answer depends on.
struct RenewalQuestion {
    const PushCertificate& current;
    std::string current_name;  ///< how to call it in messages: a file, "the current one of 'acme'"
    const crypto::Certificate& candidate;
    std::string candidate_name;
    /// Keys one of which the candidate must belong to; empty: there is none to compare with, and it is not judged.
    std::vector<crypto::PublicKey> keys;
    Time now;
};

/// What stands against the renewal; no error in the list means: it is one. Every reason is listed, so that an admin
/// who mends one does not meet the next at midnight, in the order of the contract: not_a_push_certificate,
/// topic_mismatch, key_mismatch, expired, not_yet_valid, older_than_current, same_certificate, sandbox_certificate.
/// Remarks (key_changed) follow.
std::vector<Finding> renewal_findings(const RenewalQuestion& question);

}  // namespace mdm::apns
