// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest.hpp"
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
    const std::string cache =
        std::string("mdmctl schema 1\n") + mdm::crypto::sha256("") + mdm::crypto::sha256(body) + std::string(body);
    if (const auto schema = decompiled(cache, ""))
        static_cast<void>(PayloadRules({&*schema}, {}).refuses_several("com.example"));
    return 0;
}
