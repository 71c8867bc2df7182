// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/private_key.hpp"

#include <memory>
#include <string_view>

namespace mdm::crypto {

/// Verifies signatures that one has made oneself, before they are given away: what the public key says of them, found
/// out with the private one, which for ECDSA on P-256 takes a third of the time. Other keys are asked as anybody would.
/// Several threads may ask one at a time.
class OwnSignature {
public:
    /// throws  key_mismatch: the halves of a P-256 key do not belong together; of others the first signature tells
    explicit OwnSignature(const PrivateKey& key);
    OwnSignature(OwnSignature&&) noexcept;
    OwnSignature& operator=(OwnSignature&&) noexcept;
    ~OwnSignature();

    /// What PublicKey::verifies() says of a signature with SHA-256.
    bool verifies(std::string_view message, std::string_view signature) const;

private:
    struct P256;

    PublicKey public_key_;
    std::unique_ptr<const P256> p256_;  ///< null where the key is no such key
};

}  // namespace mdm::crypto
