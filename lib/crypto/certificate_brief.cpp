// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_brief.hpp"

#include "base/encoding.hpp"
#include "crypto/asn1.hpp"

#include <array>
#include <fmt/format.h>
#include <openssl/asn1.h>

namespace mdm::crypto {
namespace {

constexpr std::string_view begin_mark = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view end_mark = "-----END CERTIFICATE-----";
/// 2.5.4.3
constexpr std::string_view common_name_oid("\x55\x04\x03", 3);

std::optional<Element> take(std::string_view& bytes, int tag) {
    const auto element = take_element(bytes);
    return element && element->is(tag) && !element->indefinite ? element : std::nullopt;
}

/// UTCTime and GeneralizedTime as RFC 5280 has them: to the second, and in UTC.
std::optional<Time> time_of(const Element& element) {
    std::string digits(element.content);
    if (element.is(V_ASN1_UTCTIME))
        digits.insert(0, digits.starts_with("5") || digits.starts_with("6") || digits.starts_with("7") ||
                                 digits.starts_with("8") || digits.starts_with("9")
                             ? "19"
                             : "20");
    else if (!element.is(V_ASN1_GENERALIZEDTIME))
        return std::nullopt;
    if (digits.size() != 15)
        return std::nullopt;
    const std::string_view d = digits;
    return parse_time(fmt::format("{}-{}-{}T{}:{}:{}{}", d.substr(0, 4), d.substr(4, 2), d.substr(6, 2), d.substr(8, 2),
                                  d.substr(10, 2), d.substr(12, 2), d.substr(14)));
}

std::string common_name_in(std::string_view name) {
    std::string found;
    while (const auto set = take_element(name)) {
        std::string_view attributes = set->content;
        while (const auto attribute = take(attributes, V_ASN1_SEQUENCE)) {
            std::string_view parts = attribute->content;
            const auto type = take(parts, V_ASN1_OBJECT);
            const auto value = take_element(parts);
            if (type && value && type->content == common_name_oid &&
                (value->is(V_ASN1_UTF8STRING) || value->is(V_ASN1_PRINTABLESTRING) || value->is(V_ASN1_IA5STRING)))
                found = std::string(value->content);
        }
    }
    return found;
}

}  // namespace

std::optional<CertificateBrief> certificate_brief(std::string_view der) {
    const auto certificate = take(der, V_ASN1_SEQUENCE);
    if (!certificate || !der.empty())
        return std::nullopt;
    std::string_view rest = certificate->content;
    const auto to_be_signed = take(rest, V_ASN1_SEQUENCE);
    if (!to_be_signed || !take(rest, V_ASN1_SEQUENCE) || !take(rest, V_ASN1_BIT_STRING) || !rest.empty())
        return std::nullopt;
    rest = to_be_signed->content;
    // A certificate of version 1 says no version.
    if (std::string_view ahead = rest; const auto version = take_element(ahead))
        if (version->is_explicit(0))
            rest = ahead;
    if (!take(rest, V_ASN1_INTEGER) || !take(rest, V_ASN1_SEQUENCE) || !take(rest, V_ASN1_SEQUENCE))
        return std::nullopt;
    const auto validity = take(rest, V_ASN1_SEQUENCE);
    const auto subject = take(rest, V_ASN1_SEQUENCE);
    if (!validity || !subject)
        return std::nullopt;
    std::string_view times = validity->content;
    const auto not_before = take_element(times);
    const auto not_after = take_element(times);
    const auto end = not_before && not_after ? time_of(*not_after) : std::nullopt;
    if (!end || !time_of(*not_before))
        return std::nullopt;
    return CertificateBrief{*end, common_name_in(subject->content)};
}

bool each_certificate_brief(std::string_view pem, const std::function<void(CertificateBrief)>& take_one) {
    for (std::size_t at = pem.find(begin_mark); at != std::string_view::npos; at = pem.find(begin_mark)) {
        pem.remove_prefix(at + begin_mark.size());
        const std::size_t end = pem.find(end_mark);
        const auto der = end == std::string_view::npos ? std::nullopt : from_base64(pem.substr(0, end));
        auto brief = der ? certificate_brief(*der) : std::nullopt;
        if (!brief)
            return false;
        take_one(std::move(*brief));
        pem.remove_prefix(end + end_mark.size());
    }
    return true;
}

}  // namespace mdm::crypto
