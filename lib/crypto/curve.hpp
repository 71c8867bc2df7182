// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/public_key.hpp"

#include <string>

namespace mdm::crypto {

/// "prime256v1" (P-256), "secp384r1", "secp256k1", ...: OpenSSL's name of the curve of an EC key; empty where it has
/// none, and for other keys.
std::string curve_of(const PublicKey& key);

}  // namespace mdm::crypto
