// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "plist/reader.hpp"
#include "plist/writer.hpp"
#include "profile/home_screen_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A layout that is read is a property list, and comes back from it as it went.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm;
    try {
        const plist::Value layout{profile::home_screen_layout({reinterpret_cast<const char*>(bytes), size}, "layout")};
        if (layout.find("Pages") == nullptr)
            std::abort();
        if (const plist::Document again = plist::read(plist::to_xml(layout)); !(again.root == layout))
            std::abort();
    } catch (const Error&) {
    }
    return 0;
}
