// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.hpp"

#include "base/encoding.hpp"
#include "crypto/octets.hpp"

#include <openssl/rand.h>

namespace mdm::crypto {

std::string random_bytes(std::size_t n) {
    std::string bytes(n, '\0');
    if (RAND_bytes(octets(bytes), static_cast<int>(n)) != 1)
        throw openssl_error(ErrorCode::internal_error, "no random bytes are to be had");
    return bytes;
}

std::string random_uuid() {
    std::string bytes = random_bytes(16);
    const auto set = [&](std::size_t i, unsigned mask, unsigned bits) {
        bytes[i] = static_cast<char>((static_cast<unsigned char>(bytes[i]) & mask) | bits);
    };
    set(6, 0x0F, 0x40);  // version 4
    set(8, 0x3F, 0x80);  // variant of RFC 9562
    std::string text = to_hex(bytes);
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, 1, '-');
    return text;
}

}  // namespace mdm::crypto
