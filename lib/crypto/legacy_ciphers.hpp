// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <optional>
#include <string_view>

/// The ciphers of old PKCS#12 files that OpenSSL 3 keeps in its legacy provider, which may not be installed. Their
/// code is in libcrypto all the same. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// RC2 in CBC mode (RFC 2268), as many effective bits as the key has, PKCS#7 padding taken off.
/// ciphertext    whole blocks of 8 bytes
/// nullopt       the padding is wrong, as after a wrong key
std::optional<Secret> decrypt_rc2_cbc(std::string_view key, std::string_view iv, std::string_view ciphertext);

/// RC4; with a wrong key it gives noise.
Secret decrypt_rc4(std::string_view key, std::string_view ciphertext);

}  // namespace mdm::crypto
