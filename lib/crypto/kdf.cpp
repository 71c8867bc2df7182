// SPDX-License-Identifier: Apache-2.0
#include "crypto/kdf.hpp"

#include "crypto/derivation_budget.hpp"
#include "crypto/octets.hpp"

#include <openssl/evp.h>

namespace mdm::crypto {

Secret scrypt(const Secret& passphrase, std::string_view salt, const ScryptCost& cost, std::size_t key_size) {
    DerivationBudget{DerivationLimits{}}.spend_scrypt(cost.n, cost.r, cost.p);
    std::string key(key_size, '\0');
    // OpenSSL counts its own scratch space on top of the 128 N r that the limit speaks of.
    constexpr std::uint64_t memory = 2 * limits::scrypt_memory;
    const std::string_view words = passphrase.reveal();
    if (EVP_PBE_scrypt(words.data(), words.size(), octets(salt), salt.size(), cost.n, cost.r, cost.p, memory,
                       octets(key), key.size()) != 1)
        throw openssl_error(ErrorCode::unsupported_algorithm, "scrypt does not take these parameters");
    return Secret{std::move(key)};
}

}  // namespace mdm::crypto
