// SPDX-License-Identifier: Apache-2.0
#include "crypto/uuid.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"

#include <openssl/sha.h>

namespace mdm::crypto {

std::string uuid_text(std::string bytes, unsigned version) {
    const auto set = [&](std::size_t i, unsigned mask, unsigned bits) {
        bytes[i] = static_cast<char>((static_cast<unsigned char>(bytes[i]) & mask) | bits);
    };
    set(6, 0x0F, version << 4U);
    set(8, 0x3F, 0x80);  // variant of RFC 9562
    std::string text = to_hex(bytes);
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, 1, '-');
    return text;
}

std::string name_based_uuid(std::string_view name_space, std::string_view name) {
    std::string digits;
    for (const char c : name_space)
        if (c != '-')
            digits += c;
    const auto bytes = from_hex(digits);
    if (!bytes || bytes->size() != 16)
        throw Error{ErrorCode::internal_error, "the name space is no UUID"};
    const std::string hashed = *bytes + std::string(name);
    std::string digest(SHA_DIGEST_LENGTH, '\0');
    SHA1(reinterpret_cast<const unsigned char*>(hashed.data()), hashed.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
    digest.resize(16);
    return uuid_text(std::move(digest), 5);
}

}  // namespace mdm::crypto
