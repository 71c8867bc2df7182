// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "crypto/contents.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apns {

/// What people have in the folder where the push certificate is, so that a wrong file is named and not just refused.
enum class FileKind {
    push_certificate,
    csr,
    push_certificate_request,
    vendor_certificate,
    certificate,
    private_key,
    public_key,
    pkcs12,
    server_token,
    encrypted_export,
    mdmcert_reply,
    vpp_token,
    configuration_profile,
    property_list,
    certificate_bundle,
    certificate_revocation_list,
    ssh_key,
    html_page,
    json,
    email,
    document,
    archive,
};

std::string_view name(FileKind kind);  ///< `kind` in the JSON
std::string_view noun(FileKind kind);  ///< "a push certificate", for messages
/// What a person who holds such a file may want to do with it; empty where mdmctl has nothing to say.
/// name   the file, for a command line
std::string advice(FileKind kind, std::string_view name);
/// What a PEM block is that is no certificate, CSR or private key: by its content where that is CMS, else by its label.
std::optional<FileKind> kind_of_block(const crypto::Contents::OtherBlock& block);

struct Recognized {
    FileKind kind;
    std::vector<Finding> findings{};  ///< of a property list: duplicate_key, malformed_plist
};

/// Recognises what is no certificate, key, CSR, PKCS#12 or push certificate request, by its first layer alone: CMS
/// (bare, as S/MIME, in hexadecimal), property lists, base64 of JSON, PEM labels, web pages, e-mail, documents,
/// archives.
/// name     the file, for errors
/// nullopt: unknown
/// throws   malformed_plist, too_deep for what begins like a property list and is none
std::optional<Recognized> recognize(std::string_view bytes, std::string_view name);

}  // namespace mdm::apns
