// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/name.hpp"
#include "crypto/private_key.hpp"
#include "crypto/public_key.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace mdm::crypto {

/// A PKCS#10 certificate signing request (RFC 2986), decoded once and then a value.
class CertificateRequest {
public:
    /// throws  malformed_der; trailing_data when bytes follow the request; too_costly: its RSA key is above
    ///         limits::rsa_bits
    static CertificateRequest from_der(std::string_view der);
    /// Makes one: version 0, no attributes, sha256WithRSAEncryption. Attributes are written in the order given,
    /// country as PrintableString, emailAddress as IA5String, all else as UTF8String.
    static CertificateRequest make(const std::vector<Name::Attribute>& subject, const PrivateKey& key);

    const std::string& der() const noexcept { return der_; }
    std::string to_pem() const;
    const Name& subject() const noexcept { return subject_; }
    const PublicKey& public_key() const { return public_key_; }
    const std::string& signature_digest() const noexcept { return signature_digest_; }
    /// The request's own signature is by the key inside it.
    bool self_signature_valid() const noexcept { return self_signature_valid_; }

private:
    CertificateRequest(std::string der, Name subject, PublicKey key, std::string digest, bool valid);

    std::string der_;
    Name subject_;
    PublicKey public_key_;
    std::string signature_digest_;
    bool self_signature_valid_;
};

}  // namespace mdm::crypto
