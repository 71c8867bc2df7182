// SPDX-License-Identifier: Apache-2.0
// Binary property lists from the hex of their objects.
#pragma once

#include "base/encoding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mdm::plist {

/// What a test wants to be wrong about the end of the file; all else is as it should be.
struct Trailer {
    std::uint64_t root = 0;
    std::size_t offset_size = 2;
    std::size_t reference_size = 1;
    std::optional<std::uint64_t> number_of_objects{};
    std::optional<std::uint64_t> offset_table{};
};

inline std::string big_endian_bytes(std::uint64_t value, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = size; i-- > 0; value >>= 8U)
        bytes[i] = static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
    return bytes;
}

inline std::string binary_plist(const std::vector<std::string>& objects_in_hex, const Trailer& trailer = {}) {
    std::string file = "bplist00";
    std::string table;
    for (const std::string& hex : objects_in_hex) {
        table += big_endian_bytes(file.size(), trailer.offset_size);
        file += from_hex(hex).value();
    }
    const std::uint64_t table_offset = trailer.offset_table.value_or(file.size());
    return file + table + std::string(6, '\0') + big_endian_bytes(trailer.offset_size, 1) +
           big_endian_bytes(trailer.reference_size, 1) +
           big_endian_bytes(trailer.number_of_objects.value_or(objects_in_hex.size()), 8) +
           big_endian_bytes(trailer.root, 8) + big_endian_bytes(table_offset, 8);
}

}  // namespace mdm::plist
