// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "plist/value.hpp"

#include <optional>
#include <string_view>

/// What may stand between the tags of a value. nullopt: not that.
namespace mdm::plist {

/// Decimal, or hexadecimal behind 0x, with or without a sign, white space around it; -2^63 to 2^64-1.
std::optional<Value> parse_integer(std::string_view text);

/// Decimal with a point and an exponent, or nan, inf, infinity in either case; white space around it.
std::optional<Value> parse_real(std::string_view text);

/// Exactly YYYY-MM-DDTHH:MM:SSZ, and a day that exists.
std::optional<Value> parse_date(std::string_view text);

/// Base64, white space anywhere.
std::optional<Value> parse_data(std::string_view text);

}  // namespace mdm::plist
