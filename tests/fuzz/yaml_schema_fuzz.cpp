// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "profile/schema_cache.hpp"
#include "profile/schema_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What is read as a schema is the same when it comes out of the cache.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm::profile;
    try {
        SchemaReader reader;
        reader.add({reinterpret_cast<const char*>(bytes), size}, "com.example(Part)");
        const Schema schema = reader.finish();
        const std::string cache = compiled(schema, "source");
        const auto again = decompiled(cache, "source");
        if (!again || compiled(*again, "source") != cache)
            std::abort();
    } catch (const mdm::Error&) {
    }
    return 0;
}
