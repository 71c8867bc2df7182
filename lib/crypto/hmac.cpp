// SPDX-License-Identifier: Apache-2.0
#include "crypto/hmac.hpp"

#include "crypto/octets.hpp"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace mdm::crypto {
namespace {

std::string hmac(const EVP_MD* digest, std::string_view key, std::string_view message) {
    std::string code(static_cast<std::size_t>(EVP_MD_get_size(digest)), '\0');
    unsigned int size = 0;
    if (HMAC(digest, key.data(), static_cast<int>(key.size()), octets(message), message.size(), octets(code), &size) ==
        nullptr)
        throw openssl_error(ErrorCode::internal_error, "HMAC is not available");
    return code;
}

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view message) { return hmac(EVP_sha256(), key, message); }

std::string hmac_sha1(std::string_view key, std::string_view message) { return hmac(EVP_sha1(), key, message); }

Secret derive_key(const Secret& master, std::string_view label) {
    // RFC 5869, 2.2: without a salt, extraction is keyed with as many zeros as the hash is long. 2.3: one block of
    // expansion is all that 32 bytes need, T(1) = HMAC(PRK, info | 0x01).
    const Secret extracted{hmac_sha256(std::string(SHA256_DIGEST_LENGTH, '\0'), master.reveal())};
    return Secret{hmac_sha256(extracted.reveal(), std::string(label) + '\x01')};
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace mdm::crypto
