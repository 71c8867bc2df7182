// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mdm::crypto {

/// The content type of a CMS ContentInfo (RFC 5652, 3) in DER or BER as a dotted OID: "1.2.840.113549.1.7.2" is
/// signed-data, ".3" enveloped-data. Looks at the outermost layer alone. nullopt: these bytes are none, or are cut.
std::optional<std::string> cms_content_type(std::string_view der);

}  // namespace mdm::crypto
