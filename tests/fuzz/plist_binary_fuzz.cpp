// SPDX-License-Identifier: Apache-2.0
#include "plist/reader.hpp"
#include "plist/writer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// A binary list is read or refused; what was read is written, and read back as the same values without a finding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm;
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    if (!input.starts_with("bplist"))
        return 0;
    plist::Value read;
    std::string written;
    try {
        read = plist::read(input).root;
        written = plist::to_binary(read);
    } catch (const Error&) {
        return 0;
    }
    const bool has_nan = !(read == read);
    const plist::Document again = plist::read(written);
    if (!again.findings.empty() || (again.root != read && !has_nan))
        std::abort();
    return 0;
}
