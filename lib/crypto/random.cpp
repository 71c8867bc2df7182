// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.hpp"

#include "crypto/octets.hpp"
#include "crypto/uuid.hpp"

#include <openssl/rand.h>

namespace mdm::crypto {

std::string random_bytes(std::size_t n) {
    std::string bytes(n, '\0');
    if (RAND_bytes(octets(bytes), static_cast<int>(n)) != 1)
        throw openssl_error(ErrorCode::internal_error, "no random bytes are to be had");
    return bytes;
}

std::string random_uuid() { return uuid_text(random_bytes(16), 4); }

}  // namespace mdm::crypto
