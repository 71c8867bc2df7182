// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.hpp"

#include "crypto/asn1.hpp"
#include "crypto/octets.hpp"

namespace mdm::crypto {

std::optional<std::string> cms_content_type(std::string_view der) {
    const auto outer = take_element(der);
    if (!outer || !outer->is(V_ASN1_SEQUENCE) || !outer->constructed)
        return std::nullopt;
    std::string_view content = outer->content;
    std::string_view type_der = content;
    const auto type = take_element(content);
    const auto body = take_element(content);
    if (!type || !type->is(V_ASN1_OBJECT) || !body || !body->is_explicit(0))
        return std::nullopt;
    const QuietErrors quiet;
    const Object oid(decoded<d2i_ASN1_OBJECT>(type_der));
    if (!oid)
        return std::nullopt;
    return dotted(oid.get());
}

}  // namespace mdm::crypto
