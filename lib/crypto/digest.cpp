// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.hpp"

#include "base/encoding.hpp"

#include <openssl/sha.h>

namespace mdm::crypto {

std::string sha256(std::string_view bytes) {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
           reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

}  // namespace mdm::crypto
