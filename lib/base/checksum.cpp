// SPDX-License-Identifier: Apache-2.0
#include "base/checksum.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace mdm {
namespace {

/// Up to eight bytes as a number, in the order of this machine.
std::uint64_t word_of(std::string_view bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
    return word;
}

}  // namespace

// FNV-1a, eight bytes a step. Each step can be undone, so that two that differ in one word stay apart to the end.
std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t sum = 0xCBF29CE484222325;
    const auto take = [&sum](std::uint64_t word) {
        sum = (sum ^ word) * 0x00000100000001B3;
        sum ^= sum >> 32U;  // a product alone never tells its upper bits to the lower ones
    };
    for (std::size_t at = 0; at < bytes.size(); at += sizeof sum)
        take(word_of(bytes.substr(at, sizeof sum)));
    take(bytes.size());
    return sum;
}

}  // namespace mdm
