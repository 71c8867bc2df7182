// SPDX-License-Identifier: Apache-2.0
// The type certificate: what is in files goes into payloads, one each.
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "crypto/digest.hpp"
#include "crypto/name.hpp"
#include "profile/profile_draft.hpp"

#include <fmt/format.h>

namespace mdm::profile {
namespace {

using crypto::Contents;

constexpr NewOption certificate_options[]{
    {.name = "--certificate",
     .value = "FILE",
     .kind = NewOption::Kind::files,
     .is_required = true,
     .help = "a certificate (PEM or DER, or several in PEM), or an identity (PKCS#12)"},
    {.name = "--certificate-passphrase-file",
     .value = "FILE",
     .kind = NewOption::Kind::secret,
     .help = "its first line opens the PKCS#12, and goes into the profile; without it the user is asked"},
};

/// The name of the file, which devices show; the ending is that of what is in the payload.
std::string file_name(std::string_view path, std::string_view ending) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return fmt::format("{}{}", printable(name.substr(0, name.rfind('.'))), ending);
}

/// Begins the identifier's last part: what is in the file has another one when it is renewed.
std::string mark_of(std::string_view bytes) { return crypto::sha256_hex(bytes).substr(0, 8); }

std::string name_of(const crypto::Certificate& certificate) {
    return printable(certificate.subject().first(crypto::oid::common_name).value_or(certificate.subject().to_string()));
}

void note_end(ProfileDraft& draft, const crypto::Certificate& certificate, const FileContent& file) {
    if (certificate.not_after() < draft.now())
        draft.note({Severity::warning, ErrorCode::expired,
                    fmt::format("the certificate '{}' in '{}' ended on {}", name_of(certificate), file.name,
                                to_rfc3339(certificate.not_after())),
                    "", ""});
}

void add_certificate(ProfileDraft& draft, const NewType& type, const crypto::Certificate& certificate,
                     const FileContent& file) {
    PayloadDraft payload(type);
    payload.type =
        certificate.is_ca() && certificate.is_self_issued() ? "com.apple.security.root" : "com.apple.security.pkcs1";
    payload.name = name_of(certificate);
    payload.suffix = mark_of(certificate.der());
    payload.put("PayloadContent", {plist::Data{certificate.der()}});
    payload.put("PayloadCertificateFileName", {file_name(file.name, ".cer")});
    note_end(draft, certificate, file);
    draft.add(std::move(payload));
}

std::string key_word(const crypto::PublicKey& key) {
    return key.algorithm() == "RSA" ? "rsa" : key.algorithm() == "EC" ? fmt::format("ecdsa-{}", key.bits()) : "";
}

/// Opened only to see that the passphrase fits, and that a device will find one identity in it.
void add_pkcs12(ProfileDraft& draft, const NewType& type, const Contents& contents, const FileContent& file) {
    const Secret* passphrase = draft.given().secret("--certificate-passphrase-file");
    if (!contents.locked && contents.keys.size() != 1)
        throw Error{contents.keys.empty() ? ErrorCode::not_a_private_key : ErrorCode::several_keys,
                    fmt::format("'{}' holds {}, and a payload takes one identity", file.name,
                                counted(static_cast<long long>(contents.keys.size()), "private key")),
                    "openssl pkcs12 -export -in certificate.pem -inkey key.pem -out identity.p12 makes one"};
    PayloadDraft payload(type);
    payload.type = "com.apple.security.pkcs12";
    payload.name = file_name(file.name, "");
    payload.suffix = mark_of(file.bytes.reveal());
    payload.put("PayloadContent", {plist::Data{std::string(file.bytes.reveal())}});
    payload.put("PayloadCertificateFileName", {file_name(file.name, ".p12")});
    if (passphrase != nullptr)
        payload.put_secret("Password", *passphrase);
    if (!contents.keys.empty())
        payload.key_kind = key_word(contents.keys.front().public_key());
    for (const crypto::Certificate& certificate : contents.certificates)
        note_end(draft, certificate, file);
    draft.add(std::move(payload));
}

[[noreturn]] void throw_no_certificate(const FileContent& file) {
    throw Error{ErrorCode::not_a_certificate, fmt::format("'{}' holds no certificate", file.name),
                fmt::format("mdmctl inspect {} says what it is", shell_quoted(file.name))};
}

void add_file(ProfileDraft& draft, const NewType& type, const FileContent& file) {
    const Secret* passphrase = draft.given().secret("--certificate-passphrase-file");
    bool was_needed = false;
    const auto contents = crypto::read_contents(file.bytes.reveal(), file.name, [passphrase, &was_needed] {
        was_needed = true;
        return passphrase != nullptr ? std::optional(passphrase->copy()) : std::nullopt;
    });
    if (!contents)
        throw_no_certificate(file);
    if (contents->form == Contents::Form::pkcs12) {
        // Devices try the passphrase in the profile and no other, not even the empty one.
        if (passphrase != nullptr && !was_needed)
            throw Error{ErrorCode::wrong_passphrase,
                        fmt::format("'{}': the passphrase does not open it: it has none, or an empty one", file.name),
                        "leave out --certificate-passphrase-file, or export the file again with a passphrase"};
        return add_pkcs12(draft, type, *contents, file);
    }
    if (contents->holds_key)
        throw Error{ErrorCode::not_a_certificate,
                    fmt::format("'{}' holds a private key, which goes into a profile as PKCS#12 alone", file.name),
                    contents->certificates.empty()
                        ? fmt::format("with its certificate: openssl pkcs12 -export -in CERTIFICATE -inkey {} -out "
                                      "identity.p12",
                                      shell_quoted(file.name))
                        : fmt::format("openssl pkcs12 -export -in {} -out identity.p12", shell_quoted(file.name))};
    if (contents->certificates.empty())
        throw_no_certificate(file);
    for (const crypto::Certificate& certificate : contents->certificates)
        add_certificate(draft, type, certificate, file);
}

void make_certificate(ProfileDraft& draft, const NewType& type) {
    for (const FileContent& file : draft.given().files("--certificate"))
        add_file(draft, type, file);
    if (draft.given().has("--certificate-passphrase-file") && !draft.has("com.apple.security.pkcs12"))
        throw Error{ErrorCode::bad_usage, "--certificate-passphrase-file is given, and no file is a PKCS#12",
                    "certificates alone have no passphrase"};
}

}  // namespace

NewType new_certificate() {
    return {.word = "certificate",
            .type = "com.apple.security.root",
            .title = "Certificate",
            .options = certificate_options,
            .make = make_certificate};
}

}  // namespace mdm::profile
