// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/name.hpp"
#include "crypto/private_key.hpp"
#include "crypto/public_key.hpp"

#include <optional>
#include <string>
#include <vector>

/// Makes certificates: for the pretend portal and for tests.
namespace mdm::crypto {

struct Extension {
    std::string oid;  ///< dotted
    bool critical = false;
    std::string value;  ///< DER: the content of the extension's OCTET STRING
};

/// What is to stand in a certificate; nothing of it is judged.
struct CertificateDraft {
    std::vector<Name::Attribute> subject = {};  ///< encoded as CertificateRequest::make does
    std::string serial = {};                    ///< hex, negative with '-'; empty: 64 random bits, positive
    Time not_before;
    Time not_after;
    std::vector<Extension> extensions = {};  ///< in this order; version 3 where there are any, else version 1
    Digest digest = Digest::sha256;          ///< of the signature; SHA-1 is for tests of what refuses it
};

/// A certificate for `key`, named and signed by the issuer, whose right to do so is not asked after.
Certificate issue(const CertificateDraft& draft, const PublicKey& key, const Certificate& issuer,
                  const PrivateKey& issuer_key);
Certificate self_sign(const CertificateDraft& draft, const PrivateKey& key);

/// The extensions of RFC 5280, 4.2.1, critical where it says so.
Extension basic_constraints(bool ca, std::optional<int> path_length = {});

/// Bits of a key usage, to be joined with |, as KeyUsage::numbered in RFC 5280, 4.2.1.3.
enum class KeyUsage : unsigned {
    digital_signature = 1U << 0U,
    key_encipherment = 1U << 2U,
    key_cert_sign = 1U << 5U,
    crl_sign = 1U << 6U,
};
constexpr KeyUsage operator|(KeyUsage a, KeyUsage b) {
    return static_cast<KeyUsage>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
Extension key_usage(KeyUsage usages);

Extension extended_key_usage(const std::vector<std::string>& oids);
/// SHA-1 of the key's bits (RFC 5280, 4.2.1.2, method 1).
Extension subject_key_id(const PublicKey& key);
/// The issuer's own subject key identifier, or what it would be.
Extension authority_key_id(const Certificate& issuer);
Extension authority_key_id(const PublicKey& issuer_key);

}  // namespace mdm::crypto
