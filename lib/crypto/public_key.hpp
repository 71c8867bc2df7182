// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;
struct X509_pubkey_st;

namespace mdm::crypto {

enum class Digest { sha256, sha1 };

/// A public key by its SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). Two keys are one when their `spki` is.
class PublicKey {
public:
    explicit PublicKey(std::string spki_der);  ///< throws  malformed_der, trailing_data

    const std::string& spki() const noexcept { return spki_; }
    /// "RSA", "EC", "ED25519", ...; the dotted OID where OpenSSL cannot load the key, and bits is 0 then.
    const std::string& algorithm() const noexcept { return algorithm_; }
    int bits() const noexcept { return bits_; }
    std::string sha256() const;  ///< of the SPKI, lower-case hex: `public_key_sha256` in the JSON

    bool is_rsa_2048() const { return algorithm_ == "RSA" && bits_ == 2048; }

    /// True when `signature` (raw: for RSA, PKCS#1 v1.5) was made over `message` with the private half. A key that
    /// OpenSSL cannot load verifies nothing.
    /// throws  too_costly: the key is larger than limits::rsa_bits
    bool verifies(std::string_view message, std::string_view signature, Digest digest) const;

    bool operator==(const PublicKey& other) const { return spki_ == other.spki_; }

    /// For lib/crypto alone. The handle is null for a key that OpenSSL cannot load.
    evp_pkey_st* handle() const noexcept { return key_.get(); }
    explicit PublicKey(X509_pubkey_st* info);

private:
    std::string spki_;
    std::string algorithm_;
    int bits_ = 0;
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace mdm::crypto
