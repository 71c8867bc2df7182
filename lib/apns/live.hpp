// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error_code.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"
#include "net/http.hpp"

#include <string>
#include <string_view>

/// Whether APNs takes a push certificate, without sending a push.
namespace mdm::apns {

/// Apple: api.push.apple.com, HTTP/2, ports 443 and 2197.
inline constexpr std::string_view apns_origin = "https://api.push.apple.com";

enum class ApnsOpinion {
    accepted,  ///< it let us in, and answered
    refused,   ///< as a TLS alert, or with 403 and a reason that is about the certificate
    unknown,   ///< nobody answered, or not as APNs does
};
struct ApnsAnswer {
    ApnsOpinion opinion = ApnsOpinion::unknown;
    std::string words{};  ///< why not, for people; empty: accepted
    ErrorCode code = ErrorCode::unavailable;
};

/// Connects with certificate and key, and asks for a path that there is not: APNs counts wrong device tokens, and no
/// questions (Apple: Handling notification responses from APNs, 403 and 404).
/// origin    "https://api.push.apple.com"
/// throws    what is wrong with the origin or a setting: bad_usage, insecure_connection, bad_setting, library_missing
ApnsAnswer ask_apns(std::string_view origin, net::HttpOptions options, const crypto::Certificate& certificate,
                    const crypto::PrivateKey& key);

}  // namespace mdm::apns
