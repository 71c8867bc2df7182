// SPDX-License-Identifier: Apache-2.0
// OpenSSL calls these functions deprecated; that is the point of this file, and of no other.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "crypto/legacy_ciphers.hpp"

#include "crypto/octets.hpp"

#include <algorithm>
#include <openssl/crypto.h>
#include <openssl/rc2.h>
#include <openssl/rc4.h>
#include <string>

namespace mdm::crypto {
namespace {

/// RFC 5652, 6.3: n bytes of value n, 1 to a block. 0 where that is not so.
std::size_t padding_of(std::string_view plain) {
    const std::size_t n = plain.empty() ? 0 : static_cast<unsigned char>(plain.back());
    if (n == 0 || n > RC2_BLOCK || n > plain.size())
        return 0;
    const std::string_view padding = plain.substr(plain.size() - n);
    return std::all_of(padding.begin(), padding.end(), [&](char c) { return c == plain.back(); }) ? n : 0;
}

}  // namespace

std::optional<Secret> decrypt_rc2_cbc(std::string_view key, std::string_view iv, std::string_view ciphertext) {
    RC2_KEY schedule;
    RC2_set_key(&schedule, static_cast<int>(key.size()), octets(key), static_cast<int>(8 * key.size()));
    std::string vector(iv);  // is written to
    std::string plain(ciphertext.size(), '\0');
    RC2_cbc_encrypt(octets(ciphertext), octets(plain), static_cast<long>(ciphertext.size()), &schedule, octets(vector),
                    RC2_DECRYPT);
    OPENSSL_cleanse(&schedule, sizeof schedule);
    const std::size_t padding = padding_of(plain);
    const std::size_t size = plain.size() - padding;
    plain.resize(size);
    Secret secret{std::move(plain)};
    if (padding == 0)
        return std::nullopt;
    return secret;
}

Secret decrypt_rc4(std::string_view key, std::string_view ciphertext) {
    RC4_KEY schedule;
    RC4_set_key(&schedule, static_cast<int>(key.size()), octets(key));
    std::string plain(ciphertext.size(), '\0');
    RC4(&schedule, ciphertext.size(), octets(ciphertext), octets(plain));
    OPENSSL_cleanse(&schedule, sizeof schedule);
    return Secret{std::move(plain)};
}

}  // namespace mdm::crypto
