// SPDX-License-Identifier: Apache-2.0
#include "crypto/contents.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/asn1.hpp"
#include "crypto/cms.hpp"
#include "crypto/encrypted_key.hpp"
#include "crypto/pem.hpp"
#include "crypto/pkcs12.hpp"
#include "crypto/reading.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>

namespace mdm::crypto {
namespace {

bool is_one_of(std::string_view label, std::initializer_list<std::string_view> labels) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

bool is_key_label(std::string_view label) {
    return is_one_of(label, {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"});
}

void add_key(std::string_view der, Reading& reading) {
    reading.contents.holds_key = true;
    reading.contents.keys.push_back(PrivateKey::from_der(der));
}

void add_encrypted_key(std::string_view der, Reading& reading) {
    reading.contents.holds_key = true;
    if (const auto key = open_encrypted_pkcs8(der, reading))
        add_key(key->reveal(), reading);
}

void add_dek_encrypted_key(std::string_view dek_info, std::string_view ciphertext, Reading& reading) {
    reading.contents.holds_key = true;
    if (const auto key = open_dek(dek_info, ciphertext, reading))
        add_key(key->reveal(), reading);
}

/// OpenSSL's TRUSTED CERTIFICATE is a certificate with its own notes on trust behind it.
std::string_view without_trust(std::string_view der) {
    std::string_view rest = der;
    return take_element(rest) ? der.substr(0, der.size() - rest.size()) : der;
}

void add_pem_block(const PemBlock& block, std::string_view der, Reading& reading) {
    Contents& contents = reading.contents;
    if (is_one_of(block.label, {"CERTIFICATE", "X509 CERTIFICATE"}))
        contents.certificates.push_back(Certificate::from_der(der));
    else if (block.label == "TRUSTED CERTIFICATE")
        contents.certificates.push_back(Certificate::from_der(without_trust(der)));
    else if (is_one_of(block.label, {"CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"}))
        contents.requests.push_back(CertificateRequest::from_der(der));
    else if (block.label == "ENCRYPTED PRIVATE KEY")
        add_encrypted_key(der, reading);
    else if (!block.dek_info.empty())
        add_dek_encrypted_key(block.dek_info, der, reading);
    else
        add_key(der, reading);
}

bool is_read(std::string_view label) {
    return is_key_label(label) ||
           is_one_of(label, {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "CERTIFICATE REQUEST",
                             "NEW CERTIFICATE REQUEST", "ENCRYPTED PRIVATE KEY"});
}

/// What its label promises may be something else: openssl smime writes PKCS7 over what is encrypted as well.
std::string cms_type_of(const PemBlock& block, std::string_view name) {
    try {
        return cms_content_type(decode(block, name).reveal()).value_or("");
    } catch (const Error&) {
        return "";  // it is named by its label, and whoever reads it says that it is damaged
    }
}

void read_pem_block(const PemBlock& block, Reading& reading) {
    if (!is_read(block.label)) {
        reading.contents.others.push_back({std::string(block.label), cms_type_of(block, reading.name)});
        // OPENSSH PRIVATE KEY and their like
        if (block.label.find("PRIVATE KEY") != std::string_view::npos)
            reading.contents.holds_key = true;
        return;
    }
    const Secret der = decode(block, reading.name);
    try {
        add_pem_block(block, der.reveal(), reading);
    } catch (const Error& error) {
        throw reading.in_file(error, block.line);
    }
}

/// Property lists, which a push certificate request is one of, hold whole PEM blocks and are read elsewhere.
bool is_property_list(std::string_view text) {
    const std::string_view start = trimmed(text.substr(0, 4096));
    return start.starts_with("bplist") || start.starts_with("<?") || start.starts_with("<!") ||
           start.starts_with("<plist");
}

bool read_pem(std::string_view bytes, Reading& reading) {
    DecodedText decoded = decode_text(bytes);
    const Secret text{std::move(decoded.text)};
    if (is_property_list(text.reveal()))
        return false;
    const auto blocks = split_pem(text.reveal(), reading.name);
    if (auto marked = byte_order_mark_finding(decoded); marked && !blocks.empty())
        reading.contents.findings.push_back(std::move(*marked));
    for (const PemBlock& block : blocks)
        read_pem_block(block, reading);
    return !blocks.empty();
}

bool read_der(DerKind kind, std::string_view der, Reading& reading) {
    Contents& contents = reading.contents;
    contents.form = kind == DerKind::pkcs12 ? Contents::Form::pkcs12 : Contents::Form::der;
    switch (kind) {
        case DerKind::certificate:
            contents.certificates.push_back(Certificate::from_der(der));
            return true;
        case DerKind::certificate_request:
            contents.requests.push_back(CertificateRequest::from_der(der));
            return true;
        case DerKind::pkcs8_key:
        case DerKind::rsa_key:
        case DerKind::ec_key:
        case DerKind::dsa_key:
            add_key(der, reading);
            return true;
        case DerKind::encrypted_pkcs8_key:
            add_encrypted_key(der, reading);
            return true;
        case DerKind::pkcs12:
            read_pkcs12(der, reading);
            return true;
        case DerKind::revocation_list:
            contents.others.push_back({"X509 CRL"});
            return true;
        case DerKind::public_key:
            contents.others.push_back({"PUBLIC KEY"});
            return true;
        case DerKind::broken:
            throw Error{ErrorCode::malformed_der, "it begins as DER does, but is cut or damaged",
                        "get the file again, as binary, from where it came from"};
        case DerKind::other:
        case DerKind::none:
            return false;
    }
    return false;
}

}  // namespace

std::optional<Contents> read_contents(std::string_view bytes, std::string_view name, const PassphraseSource& passphrase,
                                      const DerivationLimits& derivation) {
    Reading reading(name, passphrase, derivation);
    bool found = false;
    if (const DerKind kind = kind_of_der(bytes); kind == DerKind::none) {
        found = read_pem(bytes, reading);
    } else {
        try {
            found = read_der(kind, bytes, reading);
        } catch (const Error& error) {
            throw reading.in_file(error);
        }
    }
    if (!found)
        return std::nullopt;
    return std::move(reading.contents);
}

}  // namespace mdm::crypto
