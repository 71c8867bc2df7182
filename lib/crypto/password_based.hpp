// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/derivation_budget.hpp"
#include "crypto/handle.hpp"

#include <optional>
#include <string_view>

/// What is encrypted under a passphrase. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// nullopt: no passphrase at all, which PKCS#12 tells from the empty one (RFC 7292, B.1).
using Passphrase = std::optional<std::string_view>;

/// Opens what PKCS#8 or PKCS#12 encrypted: PBES2 (RFC 8018, 6.2; PBKDF2 or scrypt, any CBC cipher of OpenSSL's default
/// provider) and the six schemes of PKCS#12 (RFC 7292, C).
/// nullopt: the passphrase is wrong. A wrong one can also give noise, which the caller finds out.
/// throws  unsupported_algorithm, malformed_der, too_costly
std::optional<Secret> decrypt(const X509_ALGOR* algorithm, std::string_view ciphertext, Passphrase passphrase,
                              DerivationBudget& budget);

/// With a cipher of OpenSSL. nullopt: the padding is wrong, as after a wrong key.
/// throws  unsupported_algorithm: OpenSSL has the cipher's name, but not the cipher
///         malformed_der: not a whole number of blocks
std::optional<Secret> decrypt(const EVP_CIPHER* cipher, std::string_view key, std::string_view iv,
                              std::string_view ciphertext);

/// The name of the cipher where it no longer protects: "RC2-40". nullopt: it does, or it is not known.
std::optional<std::string> legacy_cipher(const X509_ALGOR* algorithm);

/// The rounds that a PBMAC1 (RFC 9579) asks for. throws  malformed_der, unsupported_algorithm
std::uint64_t pbmac1_rounds(const X509_ALGOR* algorithm);

/// The count of rounds in an encoding; what does not fit is as large as can be. throws  malformed_der
std::uint64_t rounds_of(const ASN1_INTEGER* rounds);

}  // namespace mdm::crypto
