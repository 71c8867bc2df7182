// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "profile/opened_file.hpp"
#include "profile/verification.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace mdm;

/// What is shown as verified by nobody's roots is a bug; so is a profile that is not inside its file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const profile::Trust nobody = profile::trust_in({}, "nobody");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const auto found = profile::verify(bytes, "fuzz", nobody, parse_time("2026-06-01").value());
        if (found.shown == profile::Shown::verified)
            __builtin_trap();
        const profile::OpenedFile opened = profile::open_file(bytes, "fuzz");
        if (opened.profile.size() > bytes.size())
            __builtin_trap();
    } catch (const Error&) {
    }
    return 0;
}
