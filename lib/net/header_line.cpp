// SPDX-License-Identifier: Apache-2.0
#include "net/header_line.hpp"

#include "base/text.hpp"

namespace mdm::net {

std::optional<HttpHeader> parse_header_line(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || line.starts_with("HTTP/"))
        return std::nullopt;
    return HttpHeader{.name = std::string(trimmed(line.substr(0, colon))),
                      .value = std::string(trimmed(line.substr(colon + 1)))};
}

}  // namespace mdm::net
