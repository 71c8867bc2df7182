// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"

#include "apns/file_kind.hpp"
#include "apns/mishap.hpp"
#include "apns/push_certificate_request.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

using crypto::Certificate;
using crypto::Contents;

/// What to say instead of "no certificate in here": what is in there.
FileKind kind_of(const Contents& contents) {
    if (!contents.requests.empty())
        return FileKind::csr;
    if (contents.form == Contents::Form::pkcs12)
        return FileKind::pkcs12;
    if (!contents.certificates.empty())
        return FileKind::certificate;
    if (const auto other = kind_of_others(contents))
        return *other;
    return FileKind::private_key;
}

std::string_view wanted_words(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_a_certificate:
            return "a certificate";
        case ErrorCode::not_a_csr:
            return "a certificate signing request (CSR)";
        default:
            return "a private key";
    }
}

/// Where such a file comes from: for a refusal that has nothing better to say.
std::string_view origin(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_a_certificate:
            return "push certificates come from https://identity.apple.com/pushcert, vendors' from "
                   "https://developer.apple.com, Apple's own from https://www.apple.com/certificateauthority";
        case ErrorCode::not_a_csr:
            return "it is made from a private key: openssl req -new -sha256 -key push.key -out push.csr";
        default:
            return "it is the file that was made along with the CSR, and stayed at home";
    }
}

[[noreturn]] void refuse(ErrorCode code, std::string_view name, FileKind found) {
    // A CSR goes to whoever signs it; who holds one where a certificate belongs has that behind them. And a key's
    // advice is about certificates.
    const bool misses = found == FileKind::csr || (found == FileKind::private_key && code == ErrorCode::not_a_csr);
    std::string hint = misses ? "" : advice(found, name);
    throw Error{code, fmt::format("'{}' is {}; {} is wanted", name, noun(found), wanted_words(code)),
                hint.empty() ? std::string(origin(code)) : std::move(hint)};
}

[[noreturn]] void refuse_locked(std::string_view name) {
    throw Error{ErrorCode::passphrase_needed, fmt::format("'{}' is encrypted", name),
                "--passphrase-file FILE opens it; at a terminal the passphrase is asked for"};
}

/// read_contents_of, where anything else in the file is refused by its name.
Contents contents_of(const FileContent& file, const crypto::PassphraseSource& passphrase, ErrorCode code) {
    if (auto contents = read_contents_of(file, passphrase))
        return std::move(*contents);
    const auto bytes = file.bytes.reveal();
    try {
        if (read_push_certificate_request(bytes, file.name))
            refuse(code, file.name, FileKind::push_certificate_request);
    } catch (const Error& e) {
        throw explained(e, bytes, file.name);
    }
    if (auto mishap = find_mishap(bytes, file.name))
        throw Error{code, std::move(mishap->message), std::move(mishap->hint)};
    if (const auto known = recognize(bytes, file.name))
        refuse(code, file.name, known->kind);
    throw Error{code, fmt::format("'{}' holds no {}", file.name, wanted_words(code).substr(2)),
                std::string(origin(code))};
}

bool issued_another(const Certificate& c, const std::vector<Certificate>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Certificate& other) { return !(other == c) && other.names_issuer(c); });
}

/// The certificates that the file may be about: those that issued none of the others, and of these the ones that are no
/// authority's, each once.
std::vector<const Certificate*> candidates(const std::vector<Certificate>& all) {
    std::vector<const Certificate*> found;
    for (const Certificate& c : all) {
        const bool there =
            std::any_of(found.begin(), found.end(), [&](const Certificate* other) { return *other == c; });
        if (!there && !issued_another(c, all))
            found.push_back(&c);
    }
    const auto is_authority = [](const Certificate* c) { return c->is_ca(); };
    if (!std::all_of(found.begin(), found.end(), is_authority))
        std::erase_if(found, is_authority);
    return found;
}

}  // namespace

const Certificate& pick_certificate(const Contents& contents, std::string_view name) {
    const auto& all = contents.certificates;
    if (all.empty() && contents.locked)
        refuse_locked(name);
    if (all.empty())
        refuse(ErrorCode::not_a_certificate, name, kind_of(contents));
    if (all.size() == 1)
        return all.front();
    const auto found = candidates(all);
    if (found.size() == 1)
        return *found.front();
    std::vector<std::string> listed;
    for (const Certificate* c : found)
        listed.push_back(fmt::format("'{}' with the serial {}, which ends on {}", c->subject().to_string(), c->serial(),
                                     to_rfc3339(c->not_after())));
    throw Error{ErrorCode::several_certificates,
                fmt::format("'{}' holds {} certificates, and which one is meant cannot be told: {}", name, all.size(),
                            joined(listed, "; ")),
                "put each into a file of its own"};
}

const crypto::PrivateKey& pick_private_key(const Contents& contents, std::string_view name) {
    if (contents.keys.empty() && contents.locked)
        refuse_locked(name);
    if (contents.keys.empty())
        refuse(ErrorCode::not_a_private_key, name, kind_of(contents));
    if (contents.keys.size() > 1)
        throw Error{ErrorCode::several_keys, fmt::format("'{}' holds {} private keys", name, contents.keys.size()),
                    "put each into a file of its own"};
    return contents.keys.front();
}

const crypto::CertificateRequest& pick_csr(const Contents& contents, std::string_view name) {
    if (contents.requests.empty())
        refuse(ErrorCode::not_a_csr, name, kind_of(contents));
    if (contents.requests.size() > 1)
        throw Error{ErrorCode::not_a_csr, fmt::format("'{}' holds {} CSRs", name, contents.requests.size()),
                    "put each into a file of its own"};
    return contents.requests.front();
}

std::optional<Finding> changed_certificate(const Certificate& c, const std::vector<Certificate>& others,
                                           std::string_view name) {
    const auto named = [&](const Certificate& issuer) { return c.names_issuer(issuer); };
    const bool self_issued = c.is_self_issued();
    const bool known = self_issued || std::any_of(others.begin(), others.end(), named);
    if (!known || (self_issued && c.issued_by(c)) ||
        std::any_of(others.begin(), others.end(), [&](const Certificate& issuer) { return c.issued_by(issuer); }))
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::bad_certificate_signature,
        fmt::format("the signature of the certificate in '{}' is not by '{}', {}: {} was changed", name,
                    c.issuer().to_string(), self_issued ? "which is itself" : "whose certificate is here, too",
                    self_issued ? "it" : "one of the two"),
        "download it again", "signature"};
}

std::optional<FileKind> kind_of_others(const Contents& contents) {
    const bool anything_else = !contents.certificates.empty() || !contents.requests.empty() || !contents.keys.empty() ||
                               contents.locked || contents.others.empty();
    return anything_else ? std::nullopt : kind_of_block(contents.others.front());
}

std::optional<Contents> read_contents_of(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    try {
        auto contents = crypto::read_contents(file.bytes.reveal(), file.name, passphrase);
        const bool nothing = contents && contents->certificates.empty() && contents->requests.empty() &&
                             !contents->holds_key && !contents->locked && !kind_of_others(*contents);
        return nothing ? std::nullopt : std::move(contents);
    } catch (const Error& e) {
        throw explained(e, file.bytes.reveal(), file.name);
    }
}

CertificateFile read_certificate(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    Contents contents = contents_of(file, passphrase, ErrorCode::not_a_certificate);
    CertificateFile found{pick_certificate(contents, file.name), {}, std::move(contents.keys)};
    for (Certificate& c : contents.certificates)
        if (!(c == found.certificate))
            found.others.push_back(std::move(c));
    if (auto changed = changed_certificate(found.certificate, found.others, file.name))
        throw Error::from_findings({std::move(*changed)});
    return found;
}

std::vector<Certificate> read_certificates(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    Contents contents = contents_of(file, passphrase, ErrorCode::not_a_certificate);
    if (contents.certificates.empty())
        pick_certificate(contents, file.name);  // says why there is none
    return std::move(contents.certificates);
}

crypto::PrivateKey read_private_key(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    return pick_private_key(contents_of(file, passphrase, ErrorCode::not_a_private_key), file.name);
}

crypto::CertificateRequest read_csr(const FileContent& file) {
    const auto nobody_to_ask = [] { return std::optional<Secret>{}; };
    return pick_csr(contents_of(file, nobody_to_ask, ErrorCode::not_a_csr), file.name);
}

bool holds_private_key(const FileContent& file) {
    const auto contents = read_contents_of(file, [] { return std::optional<Secret>{}; });
    return contents && contents->holds_key;
}

crypto::PublicKey read_public_key(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    const Contents contents = contents_of(file, passphrase, ErrorCode::not_a_private_key);
    if (contents.keys.empty() && !contents.requests.empty())
        return pick_csr(contents, file.name).public_key();
    return pick_private_key(contents, file.name).public_key();
}

}  // namespace mdm::apns
