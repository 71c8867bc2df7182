// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/handle.hpp"
#include "crypto/public_key.hpp"

#include <string>

/// What certificates, CSRs and keys share about signatures. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// The digest that a key signs with; null for Ed25519 and Ed448, which bring their own.
const EVP_MD* digest_for(const EVP_PKEY* key, Digest digest);

/// "SHA256", "SHA1", ... of a signature algorithm, RSASSA-PSS (RFC 4055, 3.1) included; "" where it implies none.
std::string digest_name(const X509_ALGOR* algorithm);

/// throws  too_costly: an RSA key above limits::rsa_bits
void refuse_oversized(const EVP_PKEY* key);

}  // namespace mdm::crypto
