// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/limits.hpp"

#include <cstdint>

namespace mdm::crypto {

/// What the key derivations of one file may cost together.
struct DerivationLimits {
    std::uint64_t rounds = limits::kdf_rounds;
    std::uint64_t scrypt_memory = limits::scrypt_memory;  ///< of one derivation, in bytes
    std::uint64_t scrypt_work = limits::scrypt_work;      ///< of all, in bytes
};

/// Pays for each derivation before it is made: a file says itself how much work it asks for, and one file can hold
/// thousands of keys.
class DerivationBudget {
public:
    explicit DerivationBudget(const DerivationLimits& limits) : limits_(limits), left_(limits) {}

    /// throws  too_costly, with the limit named
    void spend_rounds(std::uint64_t rounds);
    /// scrypt's N, r and p (RFC 7914, 2). throws  too_costly, with the limit named
    void spend_scrypt(std::uint64_t n, std::uint64_t r, std::uint64_t p);

private:
    DerivationLimits limits_;
    DerivationLimits left_;
};

}  // namespace mdm::crypto
