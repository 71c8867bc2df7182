// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "crypto/reading.hpp"

#include <optional>
#include <string_view>

/// Private keys under a passphrase, opened to the DER of the key alone. nullopt: there is no passphrase to be had, and
/// the reading is locked. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// EncryptedPrivateKeyInfo (RFC 5958, 3).
/// throws  wrong_passphrase, unsupported_algorithm, malformed_der, trailing_data, too_costly
std::optional<Secret> open_encrypted_pkcs8(std::string_view der, Reading& reading);

/// The PEM encryption that OpenSSL had before PKCS#8 (RFC 1421 headers; key from one round of MD5), which MicroMDM
/// still writes.
/// dek_info    "DES-EDE3-CBC,22C0F4C89C7B1FCD": cipher and IV
/// throws      wrong_passphrase, unsupported_algorithm, malformed_pem, malformed_der
std::optional<Secret> open_dek(std::string_view dek_info, std::string_view ciphertext, Reading& reading);

}  // namespace mdm::crypto
