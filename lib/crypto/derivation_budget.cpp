// SPDX-License-Identifier: Apache-2.0
#include "crypto/derivation_budget.hpp"

#include "base/error.hpp"

#include <fmt/format.h>
#include <limits>

namespace mdm::crypto {
namespace {

constexpr auto most = std::numeric_limits<std::uint64_t>::max();

std::uint64_t product(std::uint64_t a, std::uint64_t b) { return a != 0 && b > most / a ? most : a * b; }

}  // namespace

void DerivationBudget::spend_rounds(std::uint64_t rounds) {
    if (rounds > left_.rounds)
        throw Error{ErrorCode::too_costly,
                    fmt::format("opening the file asks for {} more rounds of key derivation; the limit is {} a file",
                                rounds, limits_.rounds)};
    left_.rounds -= rounds;
}

void DerivationBudget::spend_scrypt(std::uint64_t n, std::uint64_t r, std::uint64_t p) {
    const std::uint64_t memory = product(128, product(n, r));
    if (memory > limits_.scrypt_memory)
        throw Error{ErrorCode::too_costly, fmt::format("opening the file asks scrypt for {} bytes of memory (N {}, r "
                                                       "{}); the limit is {}",
                                                       memory, n, r, limits_.scrypt_memory)};
    const std::uint64_t work = product(memory, p);
    if (work > left_.scrypt_work)
        throw Error{
            ErrorCode::too_costly,
            fmt::format("opening the file asks scrypt to go through {} more bytes (N {}, r {}, p {}); the limit "
                        "is {} a file",
                        work, n, r, p, limits_.scrypt_work)};
    left_.scrypt_work -= work;
}

}  // namespace mdm::crypto
