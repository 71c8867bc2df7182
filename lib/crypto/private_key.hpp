// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/public_key.hpp"

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace mdm::crypto {

/// A private key. It can sign and be written out as a Secret, and nothing else; OpenSSL wipes what it holds.
class PrivateKey {
public:
    /// From an unencrypted PKCS#8 PrivateKeyInfo or PKCS#1 / SEC 1 key in DER.
    /// throws  malformed_der, trailing_data, unsupported_algorithm
    static PrivateKey from_der(std::string_view der);
    /// A new RSA key with public exponent 65537.
    static PrivateKey generate_rsa(int bits);

    PublicKey public_key() const;
    /// RSA: RSASSA-PKCS1-v1_5; EC: ECDSA in DER.
    std::string sign(std::string_view message, Digest digest) const;
    /// PKCS#8 PEM, unencrypted.
    Secret to_pem() const;

    /// For lib/crypto alone.
    evp_pkey_st* handle() const noexcept { return key_.get(); }
    explicit PrivateKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}

private:
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace mdm::crypto
