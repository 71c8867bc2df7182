// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::net {

/// Where a URL points, as libcurl reads it: what is judged here and what it connects to cannot differ.
struct Endpoint {
    std::string scheme;               ///< lower case
    std::string host;                 ///< "mdm.example"; "[::1]", in brackets
    std::uint16_t port = 0;           ///< the scheme's own where the URL has none
    bool names_port = false;          ///< it has one
    std::optional<std::string> user;  ///< decoded
    bool has_path = false;            ///< something behind host and port: a path other than "/", a query, a fragment

    std::string name() const;  ///< "mdm.example:443": what messages call it. Path and query may hold a secret
    bool is_loopback() const;  ///< literally 127.0.0.0/8 or ::1; no name is, whatever it resolves to
};

/// schemes  those that may be there
/// throws   bad_usage: it does not parse, has another scheme, or holds a password, which no message repeats
Endpoint parse_endpoint(std::string_view url, const std::vector<std::string>& schemes);

/// The rules of http.hpp: https, or http to a literal loopback address, and no user part.
/// throws   bad_usage, insecure_connection
Endpoint http_endpoint(std::string_view url);

/// Scheme, host and port alone, in one spelling, so that two are the same where they lead to the same place:
/// "https://mdmenrollment.apple.com"; the scheme's own port is left out.
/// throws   as http_endpoint(); bad_usage: something stands behind it
std::string http_origin(std::string_view url);

}  // namespace mdm::net
