// SPDX-License-Identifier: Apache-2.0
#include "base/secret.hpp"

#include <array>
#include <cstring>

namespace mdm {

void wipe(char* bytes, std::size_t size) noexcept {
    std::memset(bytes, 0, size);
    // An empty statement that claims to read the memory keeps the memset, on GCC and Clang alike.
    __asm__ __volatile__("" : : "r"(bytes) : "memory");
}

[[gnu::noinline]] void wipe_leavings() noexcept {
    std::array<char, std::size_t{128} * 1024> stack;
    wipe(stack.data(), stack.size());
    // memcpy takes other registers for each size.
    for (std::size_t size = 1; size <= 1024; size *= 2) {
        std::memmove(stack.data() + 1024, stack.data(), size);
        __asm__ __volatile__("" : : "r"(stack.data()) : "memory");
    }
}

}  // namespace mdm
