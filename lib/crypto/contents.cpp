// SPDX-License-Identifier: Apache-2.0
#include "crypto/contents.hpp"

#include "base/encoding.hpp"
#include "crypto/asn1.hpp"
#include "crypto/pem.hpp"

#include <fmt/format.h>

namespace mdm::crypto {
namespace {

bool one_of(std::string_view label, std::initializer_list<std::string_view> labels) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

void add_pem_block(const PemBlock& block, std::string_view name, Contents& contents) {
    if (one_of(block.label, {"CERTIFICATE", "X509 CERTIFICATE"}))
        contents.certificates.push_back(Certificate::from_der(decode(block, name).reveal()));
    else if (one_of(block.label, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"}))
        contents.requests.push_back(CertificateRequest::from_der(decode(block, name).reveal()));
    else if (one_of(block.label, {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"})) {
        contents.holds_key = true;
        contents.keys.push_back(PrivateKey::from_der(decode(block, name).reveal()));
    } else
        contents.other_labels.emplace_back(block.label);
}

}  // namespace

std::optional<Contents> read_contents(std::string_view bytes, std::string_view name, const PassphraseSource&) {
    Contents contents;
    DecodedText decoded = decode_text(bytes);
    const Secret text{std::move(decoded.text)};
    for (const PemBlock& block : split_pem(text.reveal(), name))
        add_pem_block(block, name, contents);
    if (!contents.certificates.empty() || !contents.requests.empty() || !contents.keys.empty())
        return contents;
    contents.form = Contents::Form::der;
    switch (kind_of_der(bytes)) {
        case DerKind::certificate:
            contents.certificates.push_back(Certificate::from_der(bytes));
            return contents;
        case DerKind::certificate_request:
            contents.requests.push_back(CertificateRequest::from_der(bytes));
            return contents;
        case DerKind::pkcs8_key:
        case DerKind::rsa_key:
        case DerKind::ec_key:
            contents.keys.push_back(PrivateKey::from_der(bytes));
            contents.holds_key = true;
            return contents;
        default:
            return std::nullopt;
    }
}

}  // namespace mdm::crypto
