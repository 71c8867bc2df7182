// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// CMS EnvelopedData (RFC 5652, 6), as S/MIME has it: encrypted for the holders of certificates, neither signed nor
/// authenticated. What mdmctl itself encrypts is an Envelope (cms_envelope.hpp).
namespace mdm::crypto {

/// Whose private key opens a message: a certificate by issuer and serial number, or by its key's identifier.
struct Recipient {
    std::optional<Name> issuer{};
    std::string serial{};                       ///< as Certificate::serial(); empty where there is no issuer
    std::optional<std::string> subject_key_id;  ///< lower-case hex

    bool is(const Certificate& certificate) const;
    std::string to_string() const;  ///< "CN=mdmctl acme, serial 0A1B2C", "key identifier 0a1b2c"
};

class EnvelopedMessage {
public:
    /// Bytes that begin as one does, and may be cut behind that.
    static bool is_begun_by(std::string_view bytes);

    /// The message at the front of DER or BER, of definite or indefinite lengths.
    /// name    for messages
    /// throws  not_recognized: it is no CMS, or of another content type
    ///         malformed_der: it is cut or damaged
    ///         too_costly: more recipients than limits::envelope_recipients
    static EnvelopedMessage parse(std::string_view bytes, std::string_view name);

    /// Those that a private key opens; a message may have others, which a passphrase opens.
    const std::vector<Recipient>& recipients() const noexcept { return recipients_; }
    /// "AES-128-CBC", "DES-EDE3-CBC"; a dotted OID where OpenSSL has no name for it.
    const std::string& cipher() const noexcept { return cipher_; }
    /// How many bytes stood behind the message.
    std::size_t trailing_bytes() const noexcept { return trailing_bytes_; }

    /// What is inside. nullopt: the key does not open it, or it was changed since; which of the two nobody can tell,
    /// and with one wrong key of 256 there is something inside all the same, which is random.
    /// throws  unsupported_algorithm: a cipher other than AES and 3DES in CBC mode
    std::optional<Secret> open(const PrivateKey& key) const;

private:
    EnvelopedMessage() = default;

    std::string der_;
    std::string name_;
    std::vector<Recipient> recipients_;
    std::vector<int> places_;  ///< of the recipients, among all
    std::string cipher_;
    std::size_t trailing_bytes_ = 0;
};

}  // namespace mdm::crypto
