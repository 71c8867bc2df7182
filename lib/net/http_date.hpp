// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace mdm::net {

/// A date of HTTP in any of its three forms (RFC 9110, 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94
/// 08:49:37 GMT", "Sun Nov  6 08:49:37 1994". The name of the day is read and not believed. nullopt: it is none.
/// now  says which century a year of two digits is of: at most 50 years ahead
std::optional<Time> parse_http_date(std::string_view text, Time now);

/// Retry-After (RFC 9110, 10.2.3), seconds or a date: how long to wait from now on, 0 for a date that is past. More
/// than ten years is ten years. nullopt: it is neither.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view text, Time now);

}  // namespace mdm::net
