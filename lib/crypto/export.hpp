// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"

#include <string_view>

/// Private keys on their way out, under a passphrase. `passphrase` must not be empty.
namespace mdm::crypto {

/// PKCS#8 PEM ("ENCRYPTED PRIVATE KEY"): PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018).
Secret to_encrypted_pem(const PrivateKey& key, const Secret& passphrase);

enum class Pkcs12Profile {
    apple,   ///< 3DES and a SHA-1 MAC: what Keychain and older tools of Apple's read
    modern,  ///< PBES2 with AES-256-CBC, and a SHA-256 MAC: OpenSSL 3, Windows 10, macOS 15
};

/// A certificate and its key (RFC 7292), in DER.
/// name   what Keychain shows it as
Secret to_pkcs12(const Certificate& certificate, const PrivateKey& key, const Secret& passphrase, Pkcs12Profile profile,
                 std::string_view name);

/// How a certificate leaves with its key.
struct ExportForm {
    std::optional<Pkcs12Profile> pkcs12{};  ///< nullopt: PEM
    std::optional<Secret> passphrase{};     ///< nullopt: PEM that is not encrypted
    std::string name{};                     ///< what Keychain shows
};
/// The file, which is a secret: certificate, then key.
Secret exported(const Certificate& certificate, const PrivateKey& key, const ExportForm& form);

}  // namespace mdm::crypto
