// SPDX-License-Identifier: Apache-2.0
#include "apns/file_kind.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/cms.hpp"
#include "plist/reader.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace mdm::apns {
namespace {

struct KindInfo {
    FileKind kind;
    std::string_view name;
    std::string_view noun;
    std::string_view advice;
};

using enum FileKind;
// {} in an advice is the file.
constexpr auto kinds = std::to_array<KindInfo>({
    {push_certificate, "push_certificate", "a push certificate", ""},
    {csr, "csr", "a certificate signing request", "a vendor makes a push certificate request of it: mdmctl apns sign"},
    {push_certificate_request, "push_certificate_request", "a push certificate request",
     "upload it at https://identity.apple.com/pushcert"},
    {vendor_certificate, "vendor_certificate", "a vendor's MDM CSR signing certificate",
     "it signs customers' CSRs: mdmctl apns sign --vendor-cert {}"},
    {certificate, "certificate", "a certificate", ""},
    {private_key, "private_key", "a private key", "keep it to yourself; the certificate is another file"},
    {public_key, "public_key", "a public key", ""},
    {pkcs12, "pkcs12", "a PKCS#12", "--passphrase-file FILE opens it"},
    {server_token, "server_token", "an encrypted message, as the Apple DEP server token is", ""},
    {encrypted_export, "encrypted_export", "an encrypted export, as mdmctl tenant export and mdmctl dep export make",
     "mdmctl tenant import takes in a tenant's; openssl cms -decrypt opens that of a server token"},
    {mdmcert_reply, "mdmcert_reply", "an encrypted reply of mdmcert.download",
     "decrypt it with the key of the request: xxd -r -p {} | openssl cms -decrypt -inform DER -inkey KEY -out "
     "push.req"},
    {vpp_token, "vpp_token", "an Apps and Books (VPP) token", ""},
    {configuration_profile, "configuration_profile", "a configuration profile", ""},
    {property_list, "property_list", "a property list", ""},
    {certificate_bundle, "certificate_bundle", "a PKCS#7 certificate bundle",
     "openssl pkcs7 -print_certs -in {} -out certificates.pem takes the certificates out; with -inform DER where it is "
     "binary"},
    {certificate_revocation_list, "certificate_revocation_list", "a certificate revocation list", ""},
    {ssh_key, "ssh_key", "an SSH key", ""},
    {html_page, "html_page", "a web page",
     "the portal's page was saved in place of the file: sign in again and choose Download"},
    {json, "json", "JSON", ""},
    {email, "email", "an e-mail", "save what is attached to it, and give that"},
    {document, "document", "a document (PDF, RTF or Word)", "get the file itself, or copy it out as plain text"},
    {archive, "archive", "an archive", "unpack it first"},
});

constexpr bool kinds_are_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i)
            return false;
    return true;
}
static_assert(kinds_are_in_order() && kinds.size() == static_cast<std::size_t>(archive) + 1);

const KindInfo& info(FileKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

// RFC 5652: content types of a ContentInfo.
constexpr std::string_view cms_signed_data = "1.2.840.113549.1.7.2";
constexpr std::string_view cms_enveloped_data = "1.2.840.113549.1.7.3";
// RFC 5083.
constexpr std::string_view cms_authenticated_enveloped_data = "1.2.840.113549.1.9.16.1.23";

std::optional<FileKind> kind_of_cms(std::string_view type) {
    if (type == cms_enveloped_data)
        return server_token;
    if (type == cms_authenticated_enveloped_data)
        return encrypted_export;
    return type == cms_signed_data ? std::optional(certificate_bundle) : std::nullopt;
}

std::optional<FileKind> recognize_cms(std::string_view bytes) {
    const auto kind = kind_of_cms(crypto::cms_content_type(bytes).value_or(""));
    // A signed profile carries the profile's text as it is; a bundle of certificates carries none.
    const bool is_profile = kind == certificate_bundle && bytes.find("PayloadIdentifier") != std::string_view::npos;
    return is_profile ? configuration_profile : kind;
}

std::optional<Recognized> recognize_plist(std::string_view bytes, std::string_view name) {
    if (!plist::looks_like_plist(bytes))
        return std::nullopt;
    auto document = plist::read(bytes, name);
    const auto* type = document.root.find("PayloadType");
    const auto* text = type ? type->get_if<std::string>() : nullptr;
    return Recognized{text && *text == "Configuration" ? configuration_profile : property_list,
                      std::move(document.findings)};
}

std::optional<FileKind> recognize_decoded(std::string_view text) {
    if (const auto bytes = from_hex(text); bytes && recognize_cms(*bytes) == server_token)
        return mdmcert_reply;
    const auto bytes = from_base64(text);
    if (!bytes)
        return std::nullopt;
    // Apple's Apps and Books token: base64 of {"expDate": ..., "token": ..., "orgName": ...}.
    if (bytes->starts_with('{') && bytes->find("\"expDate\"") != std::string::npos)
        return vpp_token;
    return recognize_cms(*bytes);
}

struct Beginning {
    std::string_view text;
    FileKind kind;
};

std::optional<FileKind> recognize_text(std::string_view text) {
    static constexpr auto beginnings = std::to_array<Beginning>({
        {"ssh-rsa ", ssh_key},
        {"ssh-ed25519 ", ssh_key},
        {"ecdsa-sha2-", ssh_key},
        {"---- begin ssh2", ssh_key},
        {"<!doctype html", html_page},
        {"<html", html_page},
        {"{\\rtf", document},
        {"{", json},
        {"[", json},
        {"from:", email},
        {"from ", email},
        {"to:", email},
        {"subject:", email},
        {"date:", email},
        {"received:", email},
        {"return-path:", email},
        {"delivered-to:", email},
        {"message-id:", email},
        {"mime-version:", email},
        {"content-type:", email},
    });
    const std::string lower = lower_case(text.substr(0, 64));
    for (const auto& [beginning, kind] : beginnings)
        if (lower.starts_with(beginning))
            return kind;
    return std::nullopt;
}

std::optional<FileKind> recognize_binary(std::string_view bytes) {
    static constexpr auto beginnings = std::to_array<Beginning>({
        {"PK\x03\x04", archive},
        {"\x1f\x8b", archive},  // gzip
        {"7z\xbc\xaf\x27\x1c", archive},
        {"Rar!", archive},
        {"BZh", archive},
        {"\xfd"
         "7zXZ",
         archive},
        {"%PDF", document},
        {"\xd0\xcf\x11\xe0", document},  // Office before 2007
    });
    for (const auto& [beginning, kind] : beginnings)
        if (bytes.starts_with(beginning))
            return kind;
    return std::nullopt;
}

/// RFC 8551, 3.2: the message that the portal gives out for a server token is S/MIME with this media type.
bool is_smime(std::string_view text) {
    const std::string head = lower_case(text.substr(0, 2048));
    return head.find("application/pkcs7-mime") != std::string::npos ||
           head.find("application/x-pkcs7-mime") != std::string::npos;
}

std::optional<FileKind> recognize_other(std::string_view bytes) {
    if (auto kind = recognize_binary(bytes))
        return kind;
    const std::string decoded = decode_text(bytes).text;
    const std::string_view text = trimmed(decoded);
    if (is_smime(text))
        return server_token;
    if (auto kind = recognize_text(text))
        return kind;
    return recognize_decoded(text);
}

}  // namespace

std::string_view name(FileKind kind) { return info(kind).name; }
std::string_view noun(FileKind kind) { return info(kind).noun; }
std::string advice(FileKind kind, std::string_view name) {
    std::string text(info(kind).advice);
    if (const auto at = text.find("{}"); at != std::string::npos)
        text.replace(at, 2, shell_quoted(name));
    return text;
}

std::optional<FileKind> kind_of_block(const crypto::Contents::OtherBlock& block) {
    if (const auto kind = kind_of_cms(block.cms_type))
        return kind;
    struct Label {
        std::string_view text;
        FileKind kind;
    };
    static constexpr auto labels = std::to_array<Label>({
        {"PUBLIC KEY", public_key},
        {"RSA PUBLIC KEY", public_key},
        {"X509 CRL", certificate_revocation_list},
        {"PKCS7", certificate_bundle},
        {"PKCS #7 SIGNED DATA", certificate_bundle},
        {"CMS", server_token},
        {"OPENSSH PRIVATE KEY", ssh_key},
        {"SSH2 PUBLIC KEY", ssh_key},
    });
    for (const auto& [text, kind] : labels)
        if (block.label == text)
            return kind;
    return std::nullopt;
}

std::optional<Recognized> recognize(std::string_view bytes, std::string_view name) {
    if (const auto kind = recognize_cms(bytes))
        return Recognized{*kind};
    if (auto found = recognize_plist(bytes, name))
        return found;
    const auto kind = recognize_other(bytes);
    return kind ? std::optional{Recognized{*kind}} : std::nullopt;
}

}  // namespace mdm::apns
