// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"
#include "crypto/trust.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// Who signs: a certificate with those above it, and its private key.
struct Signer {
    std::vector<crypto::Certificate> chain;  ///< leaf first, to the root where that is known
    crypto::PrivateKey key;

    /// What of the chain goes into a signature: all but the root, which a device believes for its own sake or not at
    /// all.
    std::vector<crypto::Certificate> embedded() const;
};

/// The errors and remarks among signer_findings(). For declarations.
inline constexpr std::array signer_codes{ErrorCode::key_mismatch,     ErrorCode::unsupported_algorithm,
                                         ErrorCode::expired,          ErrorCode::not_yet_valid,
                                         ErrorCode::not_for_signing,  ErrorCode::chain_certificate_expired,
                                         ErrorCode::chain_incomplete, ErrorCode::expiring,
                                         ErrorCode::weak_digest,      ErrorCode::untrusted_signer};

/// The roots of this machine, which devices know for the most part, too. Reading them takes longer than many a
/// signature.
using SystemRoots = std::function<crypto::TrustAnchors()>;

/// What stands against signing with it. Errors: key_mismatch, unsupported_algorithm, expired, not_yet_valid,
/// not_for_signing. Warnings: chain_certificate_expired; chain_incomplete, where neither the issuer of the last in the
/// chain is among `system`, nor it signed itself; untrusted_signer, where the signer signed itself or its chain breaks
/// a rule; unsupported_algorithm, where nobody knows whether devices verify with the key; expiring; weak_digest. system
/// is asked where the chain does not end with a root
std::vector<Finding> signer_findings(const Signer& signer, const SystemRoots& system, Time now);

/// not_for_signing: the key usage allows no signatures. A purpose that the certificate names beside (mail, TLS, code)
/// is not asked for: devices do not.
std::optional<Finding> not_for_signing(const crypto::Certificate& certificate);

}  // namespace mdm::profile
