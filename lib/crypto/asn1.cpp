// SPDX-License-Identifier: Apache-2.0
#include "crypto/asn1.hpp"

#include "crypto/octets.hpp"

#include <array>
#include <string>

namespace mdm::crypto {
namespace {

constexpr std::size_t longest_shape = 10;

char letter_of(const Element& e) {
    if (!e.universal)
        return e.constructed && e.tag <= 3 ? static_cast<char>('0' + e.tag) : '?';
    switch (e.tag) {
        case V_ASN1_SEQUENCE:
            return 's';
        case V_ASN1_INTEGER:
            return 'i';
        case V_ASN1_OCTET_STRING:
            return 'o';
        case V_ASN1_BIT_STRING:
            return 'b';
        case V_ASN1_OBJECT:
            return 'd';
        case V_ASN1_UTCTIME:
        case V_ASN1_GENERALIZEDTIME:
            return 't';
        default:
            return '?';
    }
}

/// The first elements by a letter each; `first_sequence` is the content of the first SEQUENCE among them.
struct Shape {
    std::string letters;
    std::string_view first_sequence;
    bool broken = false;
};

Shape shape_of(std::string_view content) {
    Shape shape;
    while (!content.empty() && shape.letters.size() < longest_shape) {
        const auto element = take_element(content);
        if (!element) {
            shape.broken = true;
            break;
        }
        if (element->is(V_ASN1_EOC))
            break;
        if (element->is(V_ASN1_SEQUENCE) && shape.first_sequence.empty())
            shape.first_sequence = element->content;
        shape.letters += letter_of(*element);
        if (element->indefinite)
            break;
    }
    return shape;
}

/// Text may begin with '0', which is the tag of a SEQUENCE; it does not go on with an INTEGER's tag, nor with a
/// length in more than one byte and another SEQUENCE, as everything does that is looked for here.
bool begins_as_der(std::string_view bytes) {
    if (bytes.size() < 3 || bytes[0] != '\x30')
        return false;
    const auto length = static_cast<unsigned char>(bytes[1]);
    if (length < 0x80)
        return bytes[2] == '\x02';
    const std::size_t child = 2 + (length & 0x7FU);
    return length <= 0x84 && child < bytes.size() && (bytes[child] == '\x30' || bytes[child] == '\x02');
}

struct KindByShape {
    std::string_view letters;         ///< the element's shape begins with this
    std::string_view first_sequence;  ///< and that of the first SEQUENCE in it with this
    DerKind kind;
};

// RFC 5280, 4.1 (version 1 has no [0]), 5.1 (a list of version 1 has no INTEGER) and 4.1.2.7; RFC 2986, 4; RFC 5958, 2
// and 3; RFC 7292, 4; RFC 8017, A.1.2; RFC 5915, 3.
constexpr auto kinds = std::to_array<KindByShape>({
    {"ssb", "0issss", DerKind::certificate},
    {"ssb", "isssss", DerKind::certificate},
    {"ssb", "isst", DerKind::revocation_list},
    {"ssb", "sst", DerKind::revocation_list},
    {"ssb", "iss", DerKind::certificate_request},
    {"sb", "d", DerKind::public_key},
    {"iso", "d", DerKind::pkcs8_key},
    {"so", "d", DerKind::encrypted_pkcs8_key},
    {"is", "d0", DerKind::pkcs12},
    {"iiiiiiiii", "", DerKind::rsa_key},
    {"iiiiii", "", DerKind::dsa_key},
    {"io", "", DerKind::ec_key},
});

/// Levels that are looked into; those of a certificate's extensions are the deepest that are met.
constexpr int deepest = 32;

/// X.690, 10.1, of what has a tag of one byte, as all that is met here.
bool has_shortest_length(std::size_t header, std::size_t length) {
    std::size_t digits = 0;
    for (std::size_t rest = length; rest > 0; rest >>= 8U)
        ++digits;
    return header == (length < 0x80 ? 2 : 2 + digits);
}

/// Of the elements one behind the other.
bool is_der_inside(std::string_view bytes, int levels) {
    while (!bytes.empty()) {
        const std::string_view before = bytes;
        const auto element = take_element(bytes);
        if (!element || element->indefinite || levels == 0)
            return false;
        const auto header = static_cast<std::size_t>(element->content.data() - before.data());
        const bool is_string = element->universal && !element->is(V_ASN1_SEQUENCE) && !element->is(V_ASN1_SET);
        if (!has_shortest_length(header, element->content.size()) || (element->constructed && is_string) ||
            (element->constructed && !is_der_inside(element->content, levels - 1)))
            return false;
    }
    return true;
}

}  // namespace

std::optional<Element> take_element(std::string_view& bytes) {
    const QuietErrors quiet;
    if (bytes.empty())
        return std::nullopt;
    const unsigned char* at = octets(bytes);
    long length = 0;
    int tag = 0;
    int tag_class = 0;
    const int flags = ASN1_get_object(&at, &length, &tag, &tag_class, static_cast<long>(bytes.size()));
    if ((static_cast<unsigned>(flags) & 0x80U) != 0)
        return std::nullopt;
    const std::string_view rest = bytes.substr(static_cast<std::size_t>(at - octets(bytes)));
    Element element{tag, tag_class == V_ASN1_UNIVERSAL, (static_cast<unsigned>(flags) & V_ASN1_CONSTRUCTED) != 0,
                    (static_cast<unsigned>(flags) & 1U) != 0, rest};
    if (!element.indefinite)
        element.content = rest.substr(0, static_cast<std::size_t>(length));
    bytes = rest.substr(element.content.size());
    return element;
}

bool is_der(std::string_view bytes) { return is_der_inside(bytes, deepest); }

DerKind kind_of_der(std::string_view bytes) {
    if (!begins_as_der(bytes))
        return DerKind::none;
    const auto outer = take_element(bytes);
    if (!outer)
        return DerKind::broken;
    const Shape shape = shape_of(outer->content);
    const Shape inner = shape_of(shape.first_sequence);
    if (shape.broken || inner.broken)
        return DerKind::broken;
    for (const KindByShape& known : kinds)
        if (shape.letters.starts_with(known.letters) && inner.letters.starts_with(known.first_sequence))
            return known.kind;
    return DerKind::other;
}

}  // namespace mdm::crypto
