// SPDX-License-Identifier: Apache-2.0
#include "base/checksum.hpp"
#include "profile/lint.hpp"
#include "profile/schema_cache.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A cache whose checksums are right and whose content is anything.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm::profile;
    const std::string_view body{reinterpret_cast<const char*>(bytes), size};
    std::string cache("mdmctl schema 3\n\0", 17);  // of a source that is empty
    for (std::uint64_t sum = mdm::checksum(body), i = 0; i < 8; ++i, sum >>= 8U)
        cache += static_cast<char>(sum & 0xFFU);
    cache += body;
    if (const auto schema = decompiled(cache, ""))
        static_cast<void>(PayloadRules({&*schema}, {}).is_for_macos_alone("com.example"));
    return 0;
}
