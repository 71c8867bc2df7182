// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mdm::crypto {

/// What one derivation costs (RFC 7914, 2). As it stands: 64 MiB and about a fifth of a second.
struct ScryptCost {
    std::uint64_t n = 1U << 16U;  ///< a power of two
    std::uint64_t r = 8;
    std::uint64_t p = 1;
};

/// A key from a passphrase.
/// salt     random, 16 bytes
/// throws   too_costly: the cost, which may have been read from somewhere, is above limits::scrypt_memory or _work
///          unsupported_algorithm: it is none that scrypt can have
Secret scrypt(const Secret& passphrase, std::string_view salt, const ScryptCost& cost, std::size_t key_size = 32);

}  // namespace mdm::crypto
