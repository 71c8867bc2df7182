// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/public_key.hpp"
#include "crypto/signed_message.hpp"

#include <string>

/// Which signatures devices are known to verify. Apple publishes no list: what stands here is what is seen to work, RSA
/// and SHA-2, and the curves that Apple's own libraries have.
namespace mdm::profile {

inline constexpr int smallest_rsa = 2048;

/// "RSA with 1024 bits", "EC on the curve secp256k1": what a key is where nobody knows that devices verify with it;
/// empty where they do.
std::string unproven_key(const crypto::PublicKey& key);

/// The same of the way in which something was signed: "RSA-PSS", "SHA3-256".
std::string unproven_way(const crypto::MessageSignature& signature);

}  // namespace mdm::profile
