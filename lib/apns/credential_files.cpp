// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"

#include "apns/file_kind.hpp"
#include "apns/push_certificate_request.hpp"

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
    return contents.holds_key ? FileKind::private_key : FileKind::public_key;
}

[[noreturn]] void refuse(ErrorCode code, std::string_view name, std::string_view wanted, FileKind found) {
    throw Error{code, fmt::format("'{}' is {}; {} is wanted", name, noun(found), wanted), std::string(advice(found))};
}

[[noreturn]] void refuse_locked(std::string_view name) {
    throw Error{ErrorCode::passphrase_needed, fmt::format("'{}' is encrypted", name),
                "--passphrase-file FILE opens it; at a terminal the passphrase is asked for"};
}

std::string wanted_words(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_a_certificate:
            return "a certificate";
        case ErrorCode::not_a_csr:
            return "a certificate signing request (CSR)";
        default:
            return "a private key";
    }
}

/// read_contents, where anything else in the file is refused by its name.
Contents contents_of(const FileContent& file, const crypto::PassphraseSource& passphrase, ErrorCode code) {
    auto contents = crypto::read_contents(file.bytes.reveal(), file.name, passphrase);
    const bool nothing = contents && contents->certificates.empty() && contents->requests.empty() &&
                         !contents->holds_key && !contents->locked;
    if (contents && !nothing)
        return std::move(*contents);
    if (read_push_certificate_request(file.bytes.reveal(), file.name))
        refuse(code, file.name, wanted_words(code), FileKind::push_certificate_request);
    if (const auto kind = recognize(file.bytes.reveal(), file.name))
        refuse(code, file.name, wanted_words(code), *kind);
    throw Error{code, fmt::format("'{}' holds no {}", file.name, wanted_words(code).substr(2)),
                "PEM, DER and PKCS#12 are read"};
}

bool issued_another(const Certificate& c, const std::vector<Certificate>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Certificate& other) { return !(other == c) && other.names_issuer(c); });
}

}  // namespace

const Certificate& pick_certificate(const Contents& contents, std::string_view name) {
    const auto& all = contents.certificates;
    if (all.empty() && contents.locked)
        refuse_locked(name);
    if (all.empty())
        refuse(ErrorCode::not_a_certificate, name, wanted_words(ErrorCode::not_a_certificate), kind_of(contents));
    if (all.size() == 1)
        return all.front();
    const Certificate* leaf = nullptr;
    std::size_t leaves = 0;
    for (const Certificate& c : all)
        if (!issued_another(c, all)) {
            ++leaves;
            leaf = &c;
        }
    if (leaves == 1 && leaf != nullptr)
        return *leaf;
    throw Error{ErrorCode::several_certificates,
                fmt::format("'{}' holds {} certificates, and none of them is issued by the others", name, all.size()),
                "put each into a file of its own"};
}

const crypto::PrivateKey& pick_private_key(const Contents& contents, std::string_view name) {
    if (contents.keys.empty() && contents.locked)
        refuse_locked(name);
    if (contents.keys.empty())
        refuse(ErrorCode::not_a_private_key, name, wanted_words(ErrorCode::not_a_private_key), kind_of(contents));
    if (contents.keys.size() > 1)
        throw Error{ErrorCode::several_keys, fmt::format("'{}' holds {} private keys", name, contents.keys.size()),
                    "put each into a file of its own"};
    return contents.keys.front();
}

const crypto::CertificateRequest& pick_csr(const Contents& contents, std::string_view name) {
    if (contents.requests.empty())
        refuse(ErrorCode::not_a_csr, name, wanted_words(ErrorCode::not_a_csr), kind_of(contents));
    if (contents.requests.size() > 1)
        throw Error{ErrorCode::not_a_csr, fmt::format("'{}' holds {} CSRs", name, contents.requests.size()),
                    "put each into a file of its own"};
    return contents.requests.front();
}

CertificateFile read_certificate(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    Contents contents = contents_of(file, passphrase, ErrorCode::not_a_certificate);
    CertificateFile found{pick_certificate(contents, file.name), {}, std::move(contents.keys)};
    for (Certificate& c : contents.certificates)
        if (!(c == found.certificate))
            found.others.push_back(std::move(c));
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

crypto::PublicKey read_public_key(const FileContent& file, const crypto::PassphraseSource& passphrase) {
    const Contents contents = contents_of(file, passphrase, ErrorCode::not_a_private_key);
    if (contents.keys.empty() && !contents.requests.empty())
        return pick_csr(contents, file.name).public_key();
    return pick_private_key(contents, file.name).public_key();
}

}  // namespace mdm::apns
