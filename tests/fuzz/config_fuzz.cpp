// SPDX-License-Identifier: Apache-2.0
// The configuration file: whatever is in it is entries, or an Error that names a place.
#include "base/error.hpp"
#include "cli/config_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        mdm::cli::parse_config({reinterpret_cast<const char*>(data), size}, "config.toml");
    } catch (const mdm::Error& e) {
        if (e.code() != mdm::ErrorCode::bad_setting)
            std::abort();
    }
    return 0;
}
