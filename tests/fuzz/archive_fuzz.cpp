// SPDX-License-Identifier: Apache-2.0
#include "archive/unpack.hpp"
#include "base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// No path that is unpacked leads anywhere but inside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    try {
        for (const auto& file : mdm::archive::unpack({reinterpret_cast<const char*>(bytes), size}))
            if (file.path.empty() || file.path.front() == '/' ||
                ("/" + file.path + "/").find("/../") != std::string::npos)
                std::abort();
    } catch (const mdm::Error&) {
    }
    return 0;
}
