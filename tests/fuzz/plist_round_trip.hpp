// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/reader.hpp"
#include "plist/writer.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

namespace mdm::fuzz {

/// A list is read or refused; what was read is written, and read back as the same values without a finding.
template <class Write>
void check_round_trip(std::string_view input, Write write) {
    plist::Value read;
    std::string written;
    try {
        read = plist::read(input).root;
        written = write(read);
    } catch (const Error&) {
        return;
    }
    const bool has_nan = !(read == read);
    const plist::Document again = plist::read(written);
    if (!again.findings.empty() || (again.root != read && !has_nan))
        std::abort();
}

}  // namespace mdm::fuzz
