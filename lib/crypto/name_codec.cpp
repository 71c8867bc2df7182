// SPDX-License-Identifier: Apache-2.0
#include "crypto/name_codec.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/octets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::crypto {
namespace {

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        if (!c.valid)
            return false;
        text.remove_prefix(c.width);
    }
    return true;
}

/// X.680, 41.4: what a PrintableString may hold.
bool is_printable_string(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view(" '()+,-./:=?").find(c) != std::string_view::npos;
    });
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// RFC 4514, 2.4: a value that is no text is "#" and the hex of its encoding.
std::string hex_form(const ASN1_STRING* value) {
    const Handle<ASN1_TYPE, ASN1_TYPE_free> any(ASN1_TYPE_new());
    if (!any || ASN1_TYPE_set1(any.get(), ASN1_STRING_type(value), value) != 1)
        return "#";
    return "#" + to_hex(encoded<i2d_ASN1_TYPE>(any.get()));
}

/// The two- and four-byte strings and the Latin-1 that TeletexString is in practice.
std::string converted(const ASN1_STRING* value) {
    const QuietErrors quiet;
    unsigned char* out = nullptr;
    const int size = ASN1_STRING_to_UTF8(&out, value);
    if (size < 0)
        return hex_form(value);
    std::string text(view(out, size));
    OPENSSL_free(out);
    return is_utf8(text) ? text : hex_form(value);
}

std::string text_of(const ASN1_STRING* value) {
    switch (ASN1_STRING_type(value)) {
        case V_ASN1_UTF8STRING:
        case V_ASN1_PRINTABLESTRING:
        case V_ASN1_IA5STRING:
        case V_ASN1_VISIBLESTRING:
        case V_ASN1_NUMERICSTRING:
            // Some issuers put UTF-8 where ASCII belongs; it is read as what it can only be.
            return is_utf8(view(value)) ? std::string(view(value)) : hex_form(value);
        case V_ASN1_T61STRING:
        case V_ASN1_BMPSTRING:
        case V_ASN1_UNIVERSALSTRING:
            return converted(value);
        default:
            return hex_form(value);
    }
}

std::string label_of(const ASN1_OBJECT* type) {
    const int nid = OBJ_obj2nid(type);
    return nid == NID_undef ? dotted(type) : OBJ_nid2sn(nid);
}

/// RFC 5280, 7.1, and as OpenSSL compares: white space trimmed and folded, ASCII letters in one case.
std::string folded(std::string_view value) {
    std::string out;
    for (const char c : trimmed(value)) {
        const bool space = trimmed(std::string_view(&c, 1)).empty();
        if (!space)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    return lower_case(out);
}

void add_entry(X509_NAME* name, const ASN1_OBJECT* type, int string_type, std::string_view value, bool new_level) {
    const X509NameEntryHandle entry(
        X509_NAME_ENTRY_create_by_OBJ(nullptr, type, string_type, octets(value), static_cast<int>(value.size())));
    if (!entry || X509_NAME_add_entry(name, entry.get(), -1, new_level ? 0 : -1) != 1)
        throw openssl_error(ErrorCode::internal_error, "a name could not be made");
}

int string_type_for(const Name::Attribute& attribute) {
    if (attribute.oid == oid::country && is_printable_string(attribute.value))
        return V_ASN1_PRINTABLESTRING;
    if (attribute.oid == oid::email_address && is_ascii(attribute.value))
        return V_ASN1_IA5STRING;
    return V_ASN1_UTF8STRING;
}

X509NameHandle new_name() {
    X509NameHandle name(X509_NAME_new());
    if (!name)
        throw openssl_error(ErrorCode::internal_error, "a name could not be made");
    return name;
}

}  // namespace

Name decode_name(const X509_NAME* name) {
    Name out;
    const X509NameHandle canonical = new_name();
    int level = -1;
    for (int i = 0; i < X509_NAME_entry_count(name); ++i) {
        const X509_NAME_ENTRY* entry = X509_NAME_get_entry(name, i);
        const ASN1_OBJECT* type = X509_NAME_ENTRY_get_object(entry);
        std::string value = text_of(X509_NAME_ENTRY_get_data(entry));
        const bool new_level = X509_NAME_ENTRY_set(entry) != level;
        level = X509_NAME_ENTRY_set(entry);
        add_entry(canonical.get(), type, V_ASN1_UTF8STRING, folded(value), new_level);
        out.attributes.push_back({dotted(type), label_of(type), std::move(value)});
    }
    out.der = encoded<i2d_X509_NAME>(canonical.get());
    return out;
}

X509NameHandle encode_name(const std::vector<Name::Attribute>& attributes) {
    X509NameHandle name = new_name();
    for (const Name::Attribute& attribute : attributes) {
        const Object type(OBJ_txt2obj(attribute.oid.c_str(), 1));
        if (!type)
            throw openssl_error(ErrorCode::internal_error, fmt::format("'{}' is no OID", attribute.oid));
        add_entry(name.get(), type.get(), string_type_for(attribute), attribute.value, true);
    }
    return name;
}

}  // namespace mdm::crypto
