// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "net/http.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Signing requests by OAuth 1.0a with HMAC-SHA1 (RFC 5849). Values in, a header out: nothing is asked, no clock
/// either.
namespace mdm::net {

/// What a service gave out, once, to a program that asks in somebody's name (RFC 5849, 1.1).
struct OAuth1Credentials {
    std::string consumer_key;
    Secret consumer_secret;
    Secret token;
    Secret token_secret;
};

/// What makes one signature differ from every other (RFC 5849, 3.3).
struct OAuth1Stamp {
    Time timestamp;
    std::string nonce;  ///< not used before with this timestamp, token and key
};

/// The value of the header Authorization, which holds the token: "OAuth realm="ADM",oauth_consumer_key=...".
/// url     as it is sent, of http or https; its query is signed, and a body is not: it is to be no form
/// realm   stands first and is not signed (RFC 5849, 3.4.1.3.1); no quotes in it; empty: none
/// throws  bad_usage: the URL is none of that kind, or has a user part
Secret oauth1_authorization(const OAuth1Credentials& credentials, const OAuth1Stamp& stamp, HttpMethod method,
                            std::string_view url, std::string_view realm = {});

/// One parameter, decoded. Of a token the value is secret, and so none is told apart.
struct OAuth1Parameter {
    std::string name;
    Secret value;
};

/// What is signed (RFC 5849, 3.4.1): the method, where the URL leads to, and all parameters in their one order.
/// parameters  of the header, without realm and signature, and of a form in the body; those of the URL are added
/// throws      bad_usage, as above
Secret oauth1_base_string(HttpMethod method, std::string_view url, std::vector<OAuth1Parameter> parameters);

}  // namespace mdm::net
