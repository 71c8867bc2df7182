// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::crypto {

/// Makes CMS SignedData (RFC 5652, 5) with SHA-256 around what it is given: content type, signing time and digest are
/// signed, and the certificates go along in the order of the chain. DER but for that order: X.690, 11.6 sorts a SET OF,
/// and RFC 5652, 10.2.3 leaves the order of certificates to who writes them. OpenSSL's CMS_sign() knows no order but
/// the sorted one.
/// Several threads may sign with one at a time.
class MessageSigner {
public:
    /// chain   the signer's certificate, and those above it that are to go along
    /// throws  key_mismatch: the key is another certificate's; unsupported_algorithm: neither RSA (PKCS#1 v1.5) nor EC
    MessageSigner(const std::vector<Certificate>& chain, PrivateKey key);

    std::string sign(std::string_view content, Time signing_time) const;

    /// Reads a message again that sign() is said to have made of this content: content, certificates and digest are in
    /// it, and the signature is by this key.
    bool made(std::string_view message, std::string_view content) const;

private:
    PrivateKey key_;
    PublicKey public_key_;           ///< of the key
    std::string certificates_;       ///< one behind the other
    std::string issuer_and_serial_;  ///< DER
    std::string_view algorithm_;     ///< of the signature: an AlgorithmIdentifier in DER
};

}  // namespace mdm::crypto
