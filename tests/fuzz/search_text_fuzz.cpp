// SPDX-License-Identifier: Apache-2.0
// What people look for, and what it is held against: a line each.
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/search_text.hpp"
#include "base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void look_for(std::string_view wanted, std::string_view value) {
    const mdm::SearchText text(wanted);
    require(!text.shown().empty() && text.shown().size() <= mdm::limits::search_text);
    require(text.is_in(wanted) && text.is_in(mdm::lower_case(wanted)));
    const std::string around = "before " + text.shown() + " behind";
    require(text.is_in(around));
    // What is found in a part is found in the whole.
    require(!text.is_in(value) || text.is_in("x" + std::string(value) + "x"));
    require(!text.is_in_hash(value) || text.is_in_serial(value));
    if (const auto time = mdm::parse_time(value))
        static_cast<void>(text.begins(*time));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\n');
    try {
        look_for(input.substr(0, end), end == std::string_view::npos ? "" : input.substr(end + 1));
    } catch (const mdm::Error& e) {
        require(e.code() == mdm::ErrorCode::bad_usage || e.code() == mdm::ErrorCode::too_large);
    }
    return 0;
}
