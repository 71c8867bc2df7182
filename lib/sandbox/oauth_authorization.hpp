// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// OAuth 1.0a (RFC 5849) as a server judges it: HMAC-SHA1 in an Authorization header, and no other way. Written apart
/// from the client in lib/net, which it is to judge.
namespace mdm::sandbox {

/// What an Authorization header says, taken apart and decoded.
struct OAuthAuthorization {
    std::string consumer_key;
    std::string token;
    std::string signature;  ///< base64
    std::string nonce;
    std::int64_t timestamp = 0;  ///< seconds since 1970
    /// All but realm and the signature, in their encoded form, in no order: what is signed (3.4.1.3).
    std::vector<std::pair<std::string, std::string>> signed_parameters;
};

/// Reads `OAuth realm="ADM", oauth_consumer_key="..."` (3.5.1). Every parameter of OAuth is there exactly once, encoded
/// as 3.6 has it; realm may be, and is not signed; nothing else is.
/// throws  Refusal, 400: parameter_absent, parameter_rejected, signature_method_rejected, version_rejected
OAuthAuthorization read_oauth_authorization(std::string_view header);

/// The text that is signed (3.4.1).
/// url     scheme, host in lower case, port unless it is the scheme's own, path; no query
std::string signature_base_string(std::string_view method, std::string_view url,
                                  const OAuthAuthorization& authorization);

/// True when the signature was made with these two secrets (3.4.2).
bool is_signed_with(const OAuthAuthorization& authorization, std::string_view base_string,
                    std::string_view consumer_secret, std::string_view token_secret);

}  // namespace mdm::sandbox
