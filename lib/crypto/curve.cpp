// SPDX-License-Identifier: Apache-2.0
#include "crypto/curve.hpp"

#include "crypto/openssl_error.hpp"

#include <array>
#include <openssl/evp.h>

namespace mdm::crypto {

std::string curve_of(const PublicKey& key) {
    const QuietErrors quiet;
    std::array<char, 80> name{};
    std::size_t size = 0;
    if (key.handle() == nullptr || EVP_PKEY_get_group_name(key.handle(), name.data(), name.size(), &size) != 1)
        return {};
    return {name.data(), size};
}

}  // namespace mdm::crypto
