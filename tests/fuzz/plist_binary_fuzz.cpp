// SPDX-License-Identifier: Apache-2.0
#include "plist_round_trip.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    if (input.starts_with("bplist"))
        mdm::fuzz::check_round_trip(input, [](const mdm::plist::Value& value) { return mdm::plist::to_binary(value); });
    return 0;
}
