// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/file_kind.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "crypto/contents.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

/// One thing out of a file that may hold several, or a refusal that says what is there instead.
namespace mdm::apns {

/// What every reader of this header may throw, beside what it says of itself. For declarations.
inline constexpr std::array credential_codes{
    ErrorCode::malformed_pem,         ErrorCode::malformed_der,    ErrorCode::trailing_data,
    ErrorCode::malformed_plist,       ErrorCode::too_deep,         ErrorCode::too_costly,
    ErrorCode::unsupported_algorithm, ErrorCode::not_recognized,   ErrorCode::not_a_push_certificate_request,
    ErrorCode::several_certificates,  ErrorCode::several_keys,     ErrorCode::bad_certificate_signature,
    ErrorCode::passphrase_needed,     ErrorCode::wrong_passphrase, ErrorCode::others_can_write};

/// crypto::read_contents, whose errors say what happened to the file on its way (mishap.hpp).
/// nullopt: nothing of this is in there
std::optional<crypto::Contents> read_contents_of(const FileContent& file, const crypto::PassphraseSource& passphrase);

/// What is in there where it is neither certificate nor CSR nor private key: a public key, a CRL, a PKCS#7, ...
std::optional<FileKind> kind_of_others(const crypto::Contents& contents);

/// bad_certificate_signature where `c` names an issuer that is among `others`, or itself, and has no signature by it.
std::optional<Finding> changed_certificate(const crypto::Certificate& c, const std::vector<crypto::Certificate>& others,
                                           std::string_view name);

/// The certificate that the file is about. Others may be in there when they are authorities', its issuers or not.
/// throws  not_a_certificate, several_certificates, passphrase_needed
const crypto::Certificate& pick_certificate(const crypto::Contents& contents, std::string_view name);

/// The only private key. throws  not_a_private_key, several_keys, passphrase_needed
const crypto::PrivateKey& pick_private_key(const crypto::Contents& contents, std::string_view name);
/// The only CSR. throws  not_a_csr
const crypto::CertificateRequest& pick_csr(const crypto::Contents& contents, std::string_view name);

/// A certificate with what came along: its issuers (a PEM chain, a PKCS#12), its private key.
struct CertificateFile {
    crypto::Certificate certificate;
    std::vector<crypto::Certificate> others;
    std::vector<crypto::PrivateKey> keys;
};

/// The same, out of a file's bytes; any other kind of file is refused by its name.
/// throws  bad_certificate_signature, and what the readers throw
CertificateFile read_certificate(const FileContent& file, const crypto::PassphraseSource& passphrase);
crypto::PrivateKey read_private_key(const FileContent& file, const crypto::PassphraseSource& passphrase);
crypto::CertificateRequest read_csr(const FileContent& file);
/// All certificates of a file, in its order; for pools of intermediates. throws  not_a_certificate when there is none
std::vector<crypto::Certificate> read_certificates(const FileContent& file, const crypto::PassphraseSource& passphrase);

/// True where a private key is in there, open or shut, so that the file is a secret. throws  what the readers throw
bool holds_private_key(const FileContent& file);

/// The public key of a file that holds a private key or a CSR: what a certificate is compared with.
crypto::PublicKey read_public_key(const FileContent& file, const crypto::PassphraseSource& passphrase);

}  // namespace mdm::apns
