// SPDX-License-Identifier: Apache-2.0
#include "apns/inspection.hpp"

#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "apns/mishap.hpp"
#include "apns/push_certificate.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace mdm::apns {
namespace {

using crypto::Certificate;
using crypto::Contents;

std::string described(const crypto::PublicKey& key) {
    return key.bits() > 0 ? fmt::format("{} {}", key.algorithm(), key.bits()) : key.algorithm();
}

void describe(Inspection& into, const Certificate& c) {
    into.subject = c.subject().to_string();
    into.issuer = c.issuer().to_string();
    into.serial = c.serial();
    into.not_before = c.not_before();
    into.not_after = c.not_after();
    into.public_key = described(c.public_key());
    into.public_key_sha256 = c.public_key().sha256();
}

void describe(Inspection& into, const crypto::CertificateRequest& csr) {
    into.subject = csr.subject().to_string();
    into.public_key = described(csr.public_key());
    into.public_key_sha256 = csr.public_key().sha256();
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

FileKind kind_of_certificate(const Certificate& c) {
    if (push_topic(c))
        return FileKind::push_certificate;
    const auto usages = c.extended_key_usages();
    const bool vendor =
        c.extension(vendor_extension) || std::find(usages.begin(), usages.end(), vendor_extension) != usages.end();
    return vendor ? FileKind::vendor_certificate : FileKind::certificate;
}

/// The public key that the file itself vouches for: that of the private key beside the certificate.
void judge_own_keys(Inspection& into, const Contents& contents, const crypto::PublicKey& expected,
                    std::string_view name) {
    for (const auto& key : contents.keys)
        if (!(key.public_key() == expected))
            into.findings.push_back(
                {Severity::error, ErrorCode::key_mismatch,
                 fmt::format("the private key in '{}' does not belong to what stands beside it", name),
                 "find the key that the CSR was made with", "private key"});
}

void judge_given_key(Inspection& into, const crypto::PublicKey& key, std::string_view name) {
    if (into.public_key_sha256 && *into.public_key_sha256 != key.sha256())
        into.findings.push_back({Severity::error, ErrorCode::key_mismatch,
                                 fmt::format("the key given does not belong to '{}': it has public key {}, the file "
                                             "has {}",
                                             name, key.sha256(), *into.public_key_sha256),
                                 "find the key that the CSR was made with", "public key"});
}

Inspection inspect_certificate(const Contents& contents, std::string_view name, Time now) {
    const Certificate& c = pick_certificate(contents, name);
    Inspection found;
    found.kind = kind_of_certificate(c);
    describe(found, c);
    found.topic = push_topic(c);
    found.certificate = c;
    if (found.kind == FileKind::push_certificate)
        append(found.findings, push_certificate_findings(c, name, now));
    if (auto changed = changed_certificate(c, contents.certificates, name))
        found.findings.insert(found.findings.begin(), std::move(*changed));
    judge_own_keys(found, contents, c.public_key(), name);
    return found;
}

Inspection inspect_key(const Contents& contents, std::string_view name) {
    Inspection found;
    found.kind = contents.form == Contents::Form::pkcs12 ? FileKind::pkcs12 : FileKind::private_key;
    if (!contents.keys.empty()) {
        const auto key = pick_private_key(contents, name).public_key();
        found.public_key = described(key);
        found.public_key_sha256 = key.sha256();
    }
    if (contents.locked)
        found.findings.push_back({Severity::info, ErrorCode::passphrase_needed,
                                  fmt::format("'{}' is encrypted, and stayed shut", name),
                                  "--passphrase-file FILE opens it", ""});
    return found;
}

Inspection named(FileKind kind) {
    Inspection found;
    found.kind = kind;
    return found;
}

Container container_of(const Contents& contents) {
    using Key = Container::Key;
    const bool shut = contents.keys.empty() && contents.locked;
    return {contents.form, contents.certificates.size(), contents.requests.size(),
            !contents.holds_key ? Key::none
            : shut              ? Key::locked
                                : Key::open};
}

std::optional<Inspection> inspect_contents(const Contents& contents, std::string_view name, Time now) {
    std::optional<Inspection> found;
    if (!contents.requests.empty()) {
        const auto& csr = pick_csr(contents, name);
        found.emplace();
        found->kind = FileKind::csr;
        describe(*found, csr);
        found->findings = csr_findings(csr, name);
        judge_own_keys(*found, contents, csr.public_key(), name);
    } else if (!contents.certificates.empty()) {
        found = inspect_certificate(contents, name, now);
    } else if (const auto other = kind_of_others(contents)) {
        found = named(*other);
    } else if (contents.holds_key || contents.locked) {
        found = inspect_key(contents, name);
    }
    if (found) {
        append(found->findings, contents.findings);
        found->container = container_of(contents);
    }
    return found;
}

void judge_permissions(Inspection& into, const FileContent& file) {
    if (file.others_can_read)
        into.findings.push_back({Severity::warning, ErrorCode::others_can_read,
                                 fmt::format("other users can read '{}', which holds a private key", file.name),
                                 fmt::format("chmod 600 {}", shell_quoted(file.name)), ""});
}

Inspection inspect_request(const PushCertificateRequest& request, std::string_view name, Time now) {
    Inspection found;
    found.kind = FileKind::push_certificate_request;
    if (request.csr)
        describe(found, *request.csr);
    found.chain = request.chain;
    found.findings = push_certificate_request_findings(request, name, now);
    return found;
}

/// What is neither certificate, key nor CSR. Throws what `inspect` throws.
Inspection inspect_other(const FileContent& file, Time now) {
    const auto bytes = file.bytes.reveal();
    try {
        if (const auto request = read_push_certificate_request(bytes, file.name))
            return inspect_request(*request, file.name, now);
        // What hides behind the mishap says more than what the file looks like now.
        if (auto mishap = find_mishap(bytes, file.name))
            throw Error{ErrorCode::not_recognized, std::move(mishap->message), std::move(mishap->hint)};
        if (auto known = recognize(bytes, file.name)) {
            Inspection found = named(known->kind);
            found.findings = std::move(known->findings);
            return found;
        }
    } catch (const Error& e) {
        throw explained(e, bytes, file.name);
    }
    throw Error{ErrorCode::not_recognized, fmt::format("'{}' is none of the files that mdmctl knows", file.name),
                "certificates, keys and CSRs (PEM, DER, PKCS#12), push certificate requests, server tokens and "
                "configuration profiles are recognised"};
}

Inspection inspect_whatever(const FileContent& file, const crypto::PassphraseSource& passphrase, Time now) {
    if (const auto contents = read_contents_of(file, passphrase))
        if (auto found = inspect_contents(*contents, file.name, now)) {
            if (contents->holds_key)
                judge_permissions(*found, file);
            return std::move(*found);
        }
    return inspect_other(file, now);
}

}  // namespace

Inspection inspect(const FileContent& file, const crypto::PassphraseSource& passphrase,
                   const std::optional<crypto::PublicKey>& key, Time now) {
    Inspection found = inspect_whatever(file, passphrase, now);
    if (key)
        judge_given_key(found, *key, file.name);
    return found;
}

Inspection inspect_push_file(const FileContent& file, const crypto::PassphraseSource& passphrase,
                             const std::optional<crypto::PublicKey>& key, Time now) {
    Inspection found = inspect(file, passphrase, key, now);
    switch (found.kind) {
        case FileKind::push_certificate:
        case FileKind::csr:
        case FileKind::push_certificate_request:
            return found;
        case FileKind::certificate:
            if (auto missing = missing_topic(*found.certificate, file.name))
                throw Error::from_findings({std::move(*missing)});
            break;
        case FileKind::pkcs12:
            if (!found.public_key)
                throw Error{ErrorCode::passphrase_needed, fmt::format("'{}' is encrypted", file.name),
                            "--passphrase-file FILE opens it; at a terminal the passphrase is asked for"};
            break;
        default:
            break;
    }
    std::string hint = advice(found.kind, file.name);
    throw Error{ErrorCode::not_a_certificate,
                fmt::format("'{}' is {}; a push certificate, CSR or push certificate request is wanted", file.name,
                            noun(found.kind)),
                !hint.empty() ? std::move(hint)
                              : "the push certificate is what https://identity.apple.com/pushcert gives at Download: "
                                "MDM_..._Certificate.pem"};
}

}  // namespace mdm::apns
