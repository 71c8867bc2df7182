// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.hpp"

#include <optional>
#include <string_view>

namespace mdm::net {

/// One line of an answer's head, as it came: "Retry-After: 120\r\n". nullopt for a status line or the empty one.
std::optional<HttpHeader> parse_header_line(std::string_view line);

}  // namespace mdm::net
