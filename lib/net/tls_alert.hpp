// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

/// The alert by which a TLS peer ends a connection (RFC 8446, 6).
namespace mdm::net {

/// What a server says of the certificate that a client shows, or does not show.
struct CertificateAlert {
    int number;              ///< 45, as in RFC 8446, B.2
    std::string_view words;  ///< "certificate expired"

    bool is_required() const { return number == 116; }
};

/// Finds the alert in what OpenSSL says of a connection that failed; nullopt: there is none, or it is about something
/// else. What we find wrong with the server's certificate is no alert: those are the ones that come in.
/// detail  "...error:0A000415:SSL routines::sslv3 alert certificate expired, errno 0": libcurl's text
std::optional<CertificateAlert> certificate_alert(std::string_view detail);

}  // namespace mdm::net
