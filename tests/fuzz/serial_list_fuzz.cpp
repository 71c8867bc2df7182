// SPDX-License-Identifier: Apache-2.0
// A list of serial numbers: whatever is in it is rows in the order of the file, each with a serial number or a reason.
#include "base/encoding.hpp"
#include "dep/serial_list.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mdm;
    const std::string text = decode_text({reinterpret_cast<const char*>(data), size}).text;
    dep::SerialReader reader(text);
    std::int64_t last = 0;
    while (const auto listed = reader.next()) {
        if (listed->line <= last || listed->broken.empty() != dep::is_serial(listed->serial))
            std::abort();
        last = listed->line;
    }
    return 0;
}
