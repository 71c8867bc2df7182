// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"
#include "dep/server_token.hpp"

#include <string>

/// The .p7m as Apple's portals give it out, in its exact form. What reads it is in lib/dep, and knows nothing of this.
/// Source: Apple, Device Management, "Examining server tokens".
namespace mdm::sandbox {

/// What is encrypted: a MIME part of text/plain, with the JSON between the lines BEGIN MESSAGE and END MESSAGE.
std::string server_token_message(const dep::ServerToken& token);

/// The file: headers in Apple's order, an empty line, base64 in lines of 76 characters; CRLF throughout.
/// throws  unsupported_algorithm: the recipient's key is not RSA
std::string server_token_file(const dep::ServerToken& token, const crypto::Certificate& recipient);

}  // namespace mdm::sandbox
