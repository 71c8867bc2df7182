// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// URLs and host names that are typed for a profile. A placeholder that a server fills in, %SerialNumber%, may stand in
/// them for any part.
namespace mdm::profile {

/// A host name (RFC 1123, 2.1, and the underscore that is met in practice) or an address of IPv4 or IPv6.
bool is_host(std::string_view text);

/// 1 to 65535.
std::optional<std::uint16_t> port_of(std::string_view digits);

/// throws  bad_usage, with the option's name: it has user information, a scheme that is not in `schemes`, no host, a
///         port that is none, or a space
/// schemes   "https", or "http|https"; empty: any, and what has no host as well, as urn:example:1
void check_url(std::string_view option, std::string_view url, std::string_view schemes);

}  // namespace mdm::profile
