// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/enveloped_message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The .p7m file of a server token, still closed. Source: Apple, Device Management, "Examining server tokens".
namespace mdm::dep {

/// What the portal gives out is S/MIME: a few headers, base64 in lines of 76 characters, and in it CMS EnvelopedData in
/// BER of indefinite lengths, encrypted for the certificate that was uploaded.
struct EncryptedToken {
    crypto::EnvelopedMessage message;
    /// How the file is written: "S/MIME", "base64", "PEM", "DER".
    std::string form;
    std::vector<Finding> findings{};  ///< unusual_form, byte_order_mark: remarks, where it is not as the portal's
};

/// Reads the file as people have it: with headers or without, LF or CRLF, base64, quoted-printable, DER or BER, PEM,
/// with byte order marks, as UTF-16, as base64 of the whole file, in a mail that was saved as a whole, and with text
/// behind it.
/// name    for messages
/// throws  not_recognized: there is no encrypted CMS message in it
///         malformed_der: there is one, or headers that name one, and it is cut or damaged
///         too_costly
EncryptedToken read_encrypted_token(std::string_view bytes, std::string_view name);

/// There is such a message in it, that could be read.
bool is_encrypted_token(std::string_view bytes);

/// Whom it is encrypted for, in words; never empty.
std::vector<std::string> recipient_names(const EncryptedToken& file);

/// not_for_this_server, where a file was not made for the certificate that a server has in the portal.
std::optional<Finding> other_recipient(const EncryptedToken& file, const crypto::Certificate& certificate,
                                       const std::string& name);

/// The time at which the portal made it, out of the file's name: "Acme_Token_2026-11-23T08-15-30Z_smime.p7m".
std::optional<Time> time_in_name(std::string_view path);

}  // namespace mdm::dep
