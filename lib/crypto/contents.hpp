// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/secret.hpp"
#include "crypto/certificate.hpp"
#include "crypto/certificate_request.hpp"
#include "crypto/derivation_budget.hpp"
#include "crypto/private_key.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::crypto {

/// Gives the passphrase for what is encrypted; asked at most once a file, and only when it is needed (a PKCS#12 is
/// tried with none and the empty one first). nullopt: there is none to be had.
using PassphraseSource = std::function<std::optional<Secret>()>;

/// What a file turned out to hold, in file order within each kind.
struct Contents {
    /// How the outermost layer is written.
    enum class Form { pem, der, pkcs12 };
    Form form = Form::pem;
    std::vector<Certificate> certificates;
    std::vector<PrivateKey> keys;
    std::vector<CertificateRequest> requests;
    /// A key or PKCS#12 is in there that stayed shut because `passphrase` gave none.
    bool locked = false;
    /// The file holds a private key, open or shut: it is a secret. What stayed shut in a PKCS#12 counts as one.
    bool holds_key = false;
    /// A PEM block that is none of the above.
    struct OtherBlock {
        std::string label;       ///< "PUBLIC KEY", "X509 CRL", "PKCS7", as written; in DER, what its PEM would have
        std::string cms_type{};  ///< as cms_content_type() tells it; empty: it is no CMS, or cut
    };
    std::vector<OtherBlock> others;
    /// byte_order_mark, legacy_encryption, weak_digest, ...: remarks on the container, never errors.
    std::vector<Finding> findings;
};

/// Reads certificates, CSRs and private keys out of PEM (any number of blocks, text between them, blocks glued
/// together without a newline, CRLF, byte order marks, UTF-16), DER, or PKCS#12 (DER or BER; RC2-40 and 3DES without
/// OpenSSL's legacy provider). Keys: PKCS#1, SEC 1, PKCS#8, encrypted PKCS#8, PEM encrypted with DEK-Info.
/// nullopt: nothing of this is in there (text, a property list, an image, ...).
/// name        what to call the file in errors
/// derivation  what opening the file may cost; to be lowered where files come in numbers
/// throws  malformed_pem, malformed_der, trailing_data, wrong_passphrase, unsupported_algorithm, too_costly, too_large
///         (more than limits::pem_blocks blocks)
std::optional<Contents> read_contents(std::string_view bytes, std::string_view name, const PassphraseSource& passphrase,
                                      const DerivationLimits& derivation = {});

}  // namespace mdm::crypto
