// SPDX-License-Identifier: Apache-2.0
// Server tokens as Apple's portals give them out: a test names what matters to it and gets the rest.
#pragma once

#include "base/encoding.hpp"
#include "crypto/certificate_builder.hpp"
#include "fakes/certificates.hpp"
#include "fakes/openssl_program.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace mdm::fakes {

struct RecipientOptions {
    std::string key = "dep";  ///< of rsa_key()
    std::string name = "mdmctl acme";
    std::string serial = "";  ///< hex; empty: random
    bool key_id = true;       ///< it has a subject key identifier
};

/// What is uploaded to the portal.
inline crypto::Certificate token_certificate(const RecipientOptions& o = {}) {
    const crypto::PrivateKey& key = rsa_key(o.key);
    crypto::CertificateDraft draft{.subject = subject({{"CN", o.name}}),
                                   .serial = o.serial,
                                   .not_before = at("2026-01-01"),
                                   .not_after = at("2036-01-01"),
                                   .extensions = {crypto::basic_constraints(false)}};
    if (o.key_id)
        draft.extensions.push_back(crypto::subject_key_id(key.public_key()));
    return crypto::self_sign(draft, key);
}

struct TokenOptions {
    std::string consumer_key = "CK_acme";
    std::string access_token = "AT_first";
    std::string expiry = "2027-01-14T21:27:41Z";
    bool sandbox = false;
};

inline std::string token_json(const TokenOptions& o = {}) {
    return R"({"consumer_key":")" + o.consumer_key + R"(","consumer_secret":"CS_hidden","access_token":")" +
           o.access_token + R"(","access_secret":"AS_hidden","access_token_expiry":")" + o.expiry + "\"" +
           (o.sandbox ? R"(,"mdmctl_sandbox":"yes"})" : "}");
}

/// What is encrypted.
inline std::string token_message(const TokenOptions& o = {}) {
    return "Content-Type: text/plain;charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
           "-----BEGIN MESSAGE-----\r\n" +
           token_json(o) + "\r\n-----END MESSAGE-----\r\n";
}

/// Lines of so many characters, each with that end.
inline std::string in_lines(std::string_view text, std::size_t width = 76, std::string_view end = "\r\n") {
    std::string lines;
    for (; !text.empty(); text.remove_prefix(std::min(width, text.size())))
        lines.append(text.substr(0, width)).append(end);
    return lines;
}

/// In the order of Apple's, without the empty line.
inline const std::string apple_headers =
    "Content-Type: application/pkcs7-mime; name=\"smime.p7m\"; smime-type=enveloped-data\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n"
    "Content-Description: S/MIME Encrypted Message\r\n";

/// The file, from what is encrypted in it.
inline std::string token_file(std::string_view ber) { return apple_headers + "\r\n" + in_lines(to_base64(ber)); }

/// `openssl cms -encrypt`, for the certificates in "NAME.pem" of the shop. It says what is written in which form.
inline std::string encrypted(const Workshop& shop, std::string_view content, const std::string& recipients,
                             const std::string& options = "-aes128 -stream -indef", const std::string& form = "DER") {
    shop.write("content", content);
    shop.output_of("openssl cms -encrypt -binary -in content -outform " + form + " -out message " + options + " " +
                   recipients);
    return shop.read("message");
}

}  // namespace mdm::fakes
