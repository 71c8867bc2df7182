// SPDX-License-Identifier: Apache-2.0
// The types scep and acme: keys that a device makes, and has certified.
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "profile/profile_draft.hpp"
#include "profile/subject_words.hpp"

#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr NewOption scep_options[]{
    {.name = "--scep-url",
     .value = "URL",
     .form = Form::web_url,
     .is_required = true,
     .key = "PayloadContent.URL",
     .help = "the SCEP server"},
    {.name = "--scep-name",
     .value = "NAME",
     .key = "PayloadContent.Name",
     .help = "which of the server's authorities, where it has several"},
    {.name = "--scep-subject",
     .value = "SUBJECT",
     .is_required = true,
     .help = "what the certificate is to be about: CN=%SerialNumber%,O=Example; the server fills in what it knows"},
    {.name = "--scep-challenge-file",
     .value = "FILE",
     .kind = Kind::secret,
     .key = "PayloadContent.Challenge",
     .help = "its first line is the challenge that the server asks for"},
    {.name = "--scep-key-size",
     .kind = Kind::number,
     .key = "PayloadContent.Keysize",
     .help = "bits of the RSA key",
     .words = "1024|2048|4096",
     .preset = "2048"},
    {.name = "--scep-key-usage",
     .kind = Kind::number,
     .key = "PayloadContent.Key Usage",
     .help = "what the key is for; some authorities take one of the two alone",
     .words = "sign=1|encrypt=4|both=5",
     .preset = "both"},
    {.name = "--scep-ca-fingerprint",
     .value = "HEX",
     .help = "of the authority's certificate, so that no other is believed"},
    {.name = "--scep-dns", .value = "NAME", .kind = Kind::texts, .help = "a DNS name that it is to be about as well"},
    {.name = "--scep-email", .value = "ADDRESS", .kind = Kind::texts, .help = "an address of mail"},
    {.name = "--scep-uri", .value = "URI", .kind = Kind::texts, .form = Form::uri, .help = "a URI"},
    {.name = "--scep-principal",
     .value = "NAME",
     .key = "PayloadContent.SubjectAltName.ntPrincipalName",
     .help = "a user principal name of Windows"},
    {.name = "--scep-retries",
     .value = "N",
     .kind = Kind::number,
     .key = "PayloadContent.Retries",
     .help = "how often a device asks again while the server says that it is pending"},
    {.name = "--scep-retry-delay",
     .value = "SECONDS",
     .kind = Kind::number,
     .key = "PayloadContent.RetryDelay",
     .help = "between two times that it asks"},
    {.name = "--scep-not-extractable",
     .kind = Kind::no,
     .key = "PayloadContent.KeyIsExtractable",
     .help = "macOS: the key cannot be taken out of the keychain"},
};

constexpr NewOption acme_options[]{
    {.name = "--acme-url",
     .value = "URL",
     .form = Form::https_url,
     .is_required = true,
     .key = "DirectoryURL",
     .help = "the directory of the ACME server, https"},
    {.name = "--acme-client-id",
     .value = "TEXT",
     .is_required = true,
     .key = "ClientIdentifier",
     .help = "by which the server knows the device: %SerialNumber%, or what it gave out"},
    {.name = "--acme-subject",
     .value = "SUBJECT",
     .is_required = true,
     .help = "what the certificate is to be about: CN=%SerialNumber%,O=Example"},
    {.name = "--acme-key",
     .help = "the key that the device makes",
     .words = "rsa-2048|rsa-3072|rsa-4096|ec-256|ec-384|ec-521",
     .preset = "ec-256"},
    {.name = "--acme-hardware-bound",
     .kind = Kind::yes,
     .help = "in the Secure Enclave, which it never leaves: ec-256 or ec-384"},
    {.name = "--acme-attest",
     .kind = Kind::yes,
     .key = "Attest",
     .help = "Apple attests the device and the key to the server; with --acme-hardware-bound"},
    {.name = "--acme-key-usage",
     .kind = Kind::number,
     .key = "UsageFlags",
     .help = "what the key is for",
     .words = "sign=1|encrypt=4|both=5",
     .preset = "both"},
    {.name = "--acme-extended-usage",
     .value = "OID",
     .kind = Kind::texts,
     .key = "ExtendedKeyUsage",
     .help = "what the certificate is for: 1.3.6.1.5.5.7.3.2 is to show who the device is"},
    {.name = "--acme-dns",
     .value = "NAME",
     .key = "SubjectAltName.dNSName",
     .help = "a DNS name that it is to be about as well"},
    {.name = "--acme-email", .value = "ADDRESS", .key = "SubjectAltName.rfc822Name", .help = "an address of mail"},
    {.name = "--acme-uri",
     .value = "URI",
     .form = Form::uri,
     .key = "SubjectAltName.uniformResourceIdentifier",
     .help = "a URI"},
    {.name = "--acme-principal",
     .value = "NAME",
     .key = "SubjectAltName.ntPrincipalName",
     .help = "a user principal name of Windows"},
    {.name = "--acme-not-extractable",
     .kind = Kind::no,
     .key = "KeyIsExtractable",
     .help = "macOS: the key cannot be taken out of the keychain"},
};

/// Of SCEP one name is a string and several are an array: Apple, device-management repository, docs/errata.md.
void put_names(PayloadDraft& payload, const GivenOptions& given, std::string_view option, std::string_view key) {
    const auto names = given.texts(option);
    if (names.size() == 1)
        payload.put(key, {names.front()});
    plist::Array list;
    for (const std::string& name : names)
        list.push_back({name});
    if (list.size() > 1)
        payload.put(key, {std::move(list)});
}

void put_alternative_names(PayloadDraft& payload, const GivenOptions& given) {
    for (const auto& [option, key] : {std::pair{"--scep-dns", "dNSName"},
                                      {"--scep-email", "rfc822Name"},
                                      {"--scep-uri", "uniformResourceIdentifier"}})
        put_names(payload, given, option, fmt::format("PayloadContent.SubjectAltName.{}", key));
}

std::string fingerprint_of(std::string_view digits) {
    std::string bare;
    for (const char c : digits)
        if (c != ':')
            bare += c;
    const auto bytes = from_hex(bare);
    // MD5, SHA-1, SHA-256, SHA-512
    if (!bytes || (bytes->size() != 16 && bytes->size() != 20 && bytes->size() != 32 && bytes->size() != 64))
        throw Error{ErrorCode::bad_usage,
                    fmt::format("'{}' is no fingerprint, which --scep-ca-fingerprint takes", digits),
                    "openssl x509 -in ca.pem -noout -fingerprint -sha256"};
    return *bytes;
}

void make_scep(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    PayloadDraft payload(type, given);
    payload.put("PayloadContent.Key Type", {std::string("RSA")});
    payload.put("PayloadContent.Subject", {subject_of(given.text("--scep-subject"), "--scep-subject")});
    if (given.has("--scep-ca-fingerprint"))
        payload.put("PayloadContent.CAFingerprint", {plist::Data{fingerprint_of(given.text("--scep-ca-fingerprint"))}});
    put_alternative_names(payload, given);
    payload.key_kind = "rsa";
    draft.add(std::move(payload));
}

void make_acme(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    PayloadDraft payload(type, given);
    const std::string_view key = type.typed("--acme-key", given);
    const bool is_rsa = key.starts_with("rsa-");
    payload.put("KeyType", {std::string(is_rsa ? "RSA" : "ECSECPrimeRandom")});
    payload.put("KeySize", {std::int64_t{std::stoi(std::string(key.substr(key.find('-') + 1)))}});
    payload.put("HardwareBound", {given.has("--acme-hardware-bound")});
    payload.put("Subject", {subject_of(given.text("--acme-subject"), "--acme-subject")});
    payload.key_kind = is_rsa ? "rsa" : fmt::format("ecdsa-{}", key.substr(key.find('-') + 1));
    draft.add(std::move(payload));
}

}  // namespace

NewType new_scep() {
    return {.word = "scep",
            .type = "com.apple.security.scep",
            .title = "SCEP identity",
            .options = scep_options,
            .make = make_scep};
}

NewType new_acme() {
    return {.word = "acme",
            .type = "com.apple.security.acme",
            .title = "ACME identity",
            .options = acme_options,
            .make = make_acme};
}

}  // namespace mdm::profile
