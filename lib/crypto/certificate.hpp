// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/name.hpp"
#include "crypto/public_key.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct x509_st;

namespace mdm::crypto {

/// An X.509 certificate (RFC 5280), decoded once and then a value. Cheap to copy.
class Certificate {
public:
    /// throws  malformed_der; trailing_data when bytes follow the certificate
    static Certificate from_der(std::string_view der);

    const std::string& der() const;
    std::string to_pem() const;  ///< lines of 64 characters, Unix newlines, one at the end
    std::string sha256() const;  ///< fingerprint of the DER, lower-case hex

    const Name& subject() const;
    const Name& issuer() const;
    const std::string& serial() const;  ///< upper-case hex as the portals show it, even number of digits, no 0x
    Time not_before() const;
    Time not_after() const;
    const PublicKey& public_key() const;
    const std::string& signature_digest() const;  ///< "SHA256", "SHA1", "MD5", ...; "" where the algorithm implies none

    std::string signature() const;  ///< the issuer's, raw: what a copy keeps in which something was changed

    bool is_ca() const;           ///< basicConstraints with CA true, or a self-issued version 1 certificate
    bool is_self_issued() const;  ///< subject and issuer are the same name
    /// Value of an extension (the content of its OCTET STRING) by dotted OID.
    std::optional<std::string> extension(std::string_view oid) const;
    bool may_sign() const;  ///< no key usage, or one with digitalSignature or nonRepudiation
    std::vector<std::string> extended_key_usages() const;  ///< dotted OIDs
    std::optional<std::string> subject_key_id() const;     ///< lower-case hex
    std::optional<std::string> authority_key_id() const;   ///< lower-case hex

    /// Issuer name, authority key identifier (where both sides have one) and signature all say that `issuer` issued it.
    /// Dates are not looked at, and SHA-1 counts. The name and identifier alone: names_issuer.
    /// throws  too_costly: the issuer's RSA key is above limits::rsa_bits
    bool issued_by(const Certificate& issuer) const;
    bool names_issuer(const Certificate& issuer) const;

    bool operator==(const Certificate& other) const { return der() == other.der(); }

    /// For lib/crypto alone.
    x509_st* handle() const noexcept;

private:
    struct Decoded;
    explicit Certificate(std::shared_ptr<const Decoded> decoded) : decoded_(std::move(decoded)) {}
    std::shared_ptr<const Decoded> decoded_;
};

/// The certificates' PEM, one after the other.
std::string to_pem(const std::vector<Certificate>& certificates);

}  // namespace mdm::crypto
