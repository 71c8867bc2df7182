// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::crypto {

/// Attribute types that mdmctl asks for, dotted. User ID: RFC 4519, 2.39 (Apple's push topic stands in it).
namespace oid {
inline constexpr std::string_view common_name = "2.5.4.3";
inline constexpr std::string_view country = "2.5.4.6";
inline constexpr std::string_view organization = "2.5.4.10";
inline constexpr std::string_view organizational_unit = "2.5.4.11";
inline constexpr std::string_view user_id = "0.9.2342.19200300.100.1.1";
inline constexpr std::string_view email_address = "1.2.840.113549.1.9.1";
}  // namespace oid

/// A distinguished name (X.501) in the order in which it is encoded.
struct Name {
    struct Attribute {
        std::string oid;    ///< dotted
        std::string label;  ///< "CN", "O", "UID", "emailAddress", or the dotted OID where no short name is known
        std::string value;  ///< UTF-8, as it is in the certificate; bytes of no known string type are shown as "#hex"
        bool operator==(const Attribute&) const = default;
    };
    std::vector<Attribute> attributes;
    /// Canonical (case, white space and string types evened out): two names match when these are equal.
    std::string der;

    bool empty() const noexcept { return attributes.empty(); }
    std::optional<std::string> first(std::string_view oid) const;
    std::vector<std::string> all(std::string_view oid) const;
    /// "UID=com.apple.mgmt.External.…, CN=APSP:…, C=US": encoded order; `, + \ "` in values are escaped as RFC 4514
    /// does.
    std::string to_string() const;
};

}  // namespace mdm::crypto
