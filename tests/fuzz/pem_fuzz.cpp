// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "crypto/pem.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace mdm;

/// Whatever the text is, its blocks lie in it and decode, or it is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        for (const crypto::PemBlock& block : crypto::split_pem(text, "fuzz")) {
            if (block.line == 0 || block.body_line < block.line || block.body.size() > size)
                __builtin_trap();
            const Secret bytes = crypto::decode(block, "fuzz");
            // What was read, written again, reads the same.
            const std::string again = crypto::to_pem_block(block.label, bytes.reveal());
            const auto blocks = crypto::split_pem(again, "fuzz");
            if (blocks.size() != 1 || blocks[0].label != block.label ||
                crypto::decode(blocks[0], "fuzz").reveal() != bytes.reveal())
                __builtin_trap();
        }
    } catch (const Error&) {
    }
    return 0;
}
