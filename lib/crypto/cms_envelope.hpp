// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/certificate.hpp"
#include "crypto/derivation_budget.hpp"
#include "crypto/private_key.hpp"

#include <string>
#include <string_view>

/// Bytes on their way to somebody else: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084), as PEM with the
/// label CMS. Who may open it needs nothing of ours:
///     openssl cms -decrypt -binary -inform PEM -in FILE -inkey KEY
///     openssl cms -decrypt -binary -inform PEM -in FILE -pwri_password PASSPHRASE
namespace mdm::crypto {

/// For who has the private key of a certificate: RSA with OAEP and SHA-256 (RFC 3560), or EC with ephemeral-static ECDH
/// and SHA-256 (RFC 5753).
/// throws  unsupported_algorithm: a key of another kind, or RSA below 2048 bits
std::string envelope_for(const Certificate& recipient, std::string_view plain);

/// For who knows a passphrase: PBKDF2 and the key wrap of RFC 3211.
std::string envelope_under(const Secret& passphrase, std::string_view plain);

/// What came in such a form, not opened yet.
class Envelope {
public:
    /// PEM, or DER.
    /// name    for messages
    /// throws  not_recognized: it is no CMS that is encrypted; unsupported_algorithm: it is not authenticated;
    ///         malformed_pem, malformed_der: it is cut or damaged; too_costly: more recipients than the limit
    static Envelope parse(std::string_view bytes, std::string_view name);

    bool is_for_passphrase() const noexcept { return for_passphrase_; }
    bool is_for_key() const noexcept { return for_key_; }

    /// throws  wrong_recipient: it was not encrypted for this key
    ///         altered: it was, and is not any more what was encrypted
    Secret open(const PrivateKey& key) const;
    /// throws  wrong_passphrase, altered; too_costly: it asks for more work than `limits` allow
    Secret open(const Secret& passphrase, const DerivationLimits& limits = {}) const;

private:
    Envelope(std::string der, std::string name);

    std::string der_;
    std::string name_;
    bool for_passphrase_ = false;
    bool for_key_ = false;
};

}  // namespace mdm::crypto
