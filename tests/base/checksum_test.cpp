// SPDX-License-Identifier: Apache-2.0
#include "base/checksum.hpp"

#include "catch.hpp"

#include <set>
#include <string>

using namespace mdm;

TEST_CASE("a byte that is another, is missing, or is one too many is seen") {
    std::string bytes;
    for (int i = 0; i < 100; ++i)
        bytes += static_cast<char>(i * 7);
    std::set<std::uint64_t> sums{checksum(bytes)};
    std::size_t made = 1;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
            sums.insert(checksum(changed));
            ++made;
        }
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        sums.insert(checksum(bytes.substr(0, size)));
        ++made;
    }
    sums.insert(checksum(bytes + '\0'));
    CHECK(sums.size() == made + 1);
}

TEST_CASE("words that changed places are seen") {
    CHECK(checksum("first...second..") != checksum("second..first..."));
    CHECK(checksum(std::string(8, '\0')) != checksum(std::string(16, '\0')));
}
