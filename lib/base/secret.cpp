// SPDX-License-Identifier: Apache-2.0
#include "base/secret.hpp"

#include <cstring>

namespace mdm {

void wipe(char* bytes, std::size_t size) noexcept {
    std::memset(bytes, 0, size);
    // An empty statement that claims to read the memory keeps the memset, on GCC and Clang alike.
    __asm__ __volatile__("" : : "r"(bytes) : "memory");
}

}  // namespace mdm
