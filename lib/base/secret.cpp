// SPDX-License-Identifier: Apache-2.0
#include "base/secret.hpp"

#include <array>
#include <cstdlib>
#include <cstring>

namespace mdm {

void wipe(char* bytes, std::size_t size) noexcept {
    std::memset(bytes, 0, size);
    // An empty statement that claims to read the memory keeps the memset, on GCC and Clang alike.
    __asm__ __volatile__("" : : "r"(bytes) : "memory");
}

namespace {

/// M_PERTURB overwrites what is freed, but not the small pieces that glibc keeps for the thread that freed them: up to
/// 7 of each size, up to 1032 bytes. A string that grew while it held a secret leaves its beginning there.
void wipe_small_pieces() noexcept {
    constexpr std::size_t largest = 1032;
    constexpr std::size_t step = 16;
    constexpr std::size_t kept = 7;
    for (std::size_t size = largest; size > step; size -= step) {
        std::array<void*, kept> pieces{};
        for (void*& piece : pieces)
            if ((piece = std::malloc(size)) != nullptr)
                wipe(static_cast<char*>(piece), size);
        for (void* piece : pieces)
            std::free(piece);
    }
}

/// OpenSSL's AES leaves the last blocks that it opened in registers that no memcpy takes.
void wipe_vector_registers() noexcept {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx"))
        __asm__ __volatile__("vzeroall"
                             :
                             :
                             : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
                               "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
#endif
}

}  // namespace

[[gnu::noinline]] void wipe_leavings() noexcept {
    wipe_small_pieces();
    std::array<char, std::size_t{128} * 1024> stack;
    wipe(stack.data(), stack.size());
    // memcpy takes other registers for each size.
    for (std::size_t size = 1; size <= 1024; size *= 2) {
        std::memmove(stack.data() + 1024, stack.data(), size);
        __asm__ __volatile__("" : : "r"(stack.data()) : "memory");
    }
    wipe_vector_registers();
}

}  // namespace mdm
