// SPDX-License-Identifier: Apache-2.0
#include "crypto/subject.hpp"

#include "base/error.hpp"
#include "crypto/asn1.hpp"
#include "crypto/handle.hpp"
#include "crypto/name_codec.hpp"
#include "crypto/pem.hpp"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/x509.h>

namespace mdm::crypto {
namespace {

/// The bytes of the element at the front, its tag included, which are taken off.
std::optional<std::string_view> take_whole(std::string_view& bytes) {
    const std::string_view before = bytes;
    const auto element = take_element(bytes);
    if (!element || element->indefinite)
        return std::nullopt;
    return before.substr(0, before.size() - bytes.size());
}

bool skip(std::string_view& bytes, int tag) {
    const auto element = take_element(bytes);
    return element && element->is(tag);
}

/// RFC 5280, 4.1: version [0] (not in version 1), serial, algorithm, issuer, validity, subject.
/// RFC 2986, 4.1: version, subject.
std::optional<std::string_view> subject_in(std::string_view der, bool is_csr) {
    const auto outer = take_element(der);
    if (!outer || !outer->is(V_ASN1_SEQUENCE))
        return std::nullopt;
    std::string_view whole = outer->content;
    const auto inner = take_element(whole);
    if (!inner || !inner->is(V_ASN1_SEQUENCE))
        return std::nullopt;
    std::string_view fields = inner->content;
    if (is_csr)
        return skip(fields, V_ASN1_INTEGER) ? take_whole(fields) : std::nullopt;
    std::string_view ahead = fields;
    if (const auto version = take_element(ahead); version && version->is_explicit(0))
        fields = ahead;
    const bool there = skip(fields, V_ASN1_INTEGER) && skip(fields, V_ASN1_SEQUENCE) && skip(fields, V_ASN1_SEQUENCE) &&
                       skip(fields, V_ASN1_SEQUENCE);
    return there ? take_whole(fields) : std::nullopt;
}

std::optional<Name> decoded(std::string_view der) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
    const X509NameHandle name(d2i_X509_NAME(nullptr, &bytes, static_cast<long>(der.size())));
    if (!name) {
        ERR_clear_error();
        return std::nullopt;
    }
    return decode_name(name.get());
}

}  // namespace

std::optional<Name> subject_of_pem(std::string_view pem) {
    try {
        for (const PemBlock& block : split_pem(pem, "the store")) {
            const bool is_csr = block.label.ends_with("CERTIFICATE REQUEST");
            if (!is_csr && block.label != "CERTIFICATE")
                continue;
            const Secret der = decode(block, "the store");
            const auto subject = subject_in(der.reveal(), is_csr);
            return subject ? decoded(*subject) : std::nullopt;
        }
    } catch (const Error&) {  // broken PEM has no subject, either
    }
    return std::nullopt;
}

}  // namespace mdm::crypto
