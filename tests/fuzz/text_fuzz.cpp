// SPDX-License-Identifier: Apache-2.0
// Text from outside: what is shown is safe to show, and what is decoded comes back.
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "cli/display_width.hpp"
#include "cli/json_text.hpp"

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

void check_shown(std::string_view text) {
    const std::string shown = mdm::printable(text);
    require(mdm::is_printable(shown));
    require(mdm::printable(shown) == shown);
    require(mdm::is_printable(text) == (shown == text));
    for (const std::string& line : mdm::cli::wrapped(shown, 20))
        require(mdm::is_printable(line));
    std::string json;
    mdm::cli::append_json(json, text);
    require(mdm::is_printable(json));
}

void check_decoded(std::string_view text) {
    require(mdm::from_base64(mdm::to_base64(text)) == text);
    require(mdm::from_hex(mdm::to_hex(text)) == text);
    if (const auto bytes = mdm::from_base64(text))
        require(mdm::from_base64(mdm::to_base64(*bytes)) == *bytes);
    require(mdm::decode_text(text).text.size() <= text.size() * 2);
    if (const auto duration = mdm::parse_duration(text))
        require(*duration >= std::chrono::seconds{0});
    if (const auto time = mdm::parse_time(text))
        require(mdm::parse_time(mdm::to_rfc3339(*time)) == time || mdm::to_rfc3339(*time).size() != 20);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_shown(text);
    check_decoded(text);
    return 0;
}
