// SPDX-License-Identifier: Apache-2.0
#include "net/tls_alert.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mdm::net {
namespace {

// RFC 8446, 6.2. internal_error should be about no peer; it is how APNs turns away an expired push certificate
// (micromdm, issue 150). handshake_failure is left out: the ciphers may be the reason as well.
constexpr std::array<CertificateAlert, 10> certificate_alerts{{
    {42, "bad certificate"},
    {43, "unsupported certificate"},
    {44, "certificate revoked"},
    {45, "certificate expired"},
    {46, "certificate unknown"},
    {48, "unknown authority"},
    {49, "access denied"},
    {51, "wrong signature"},
    {80, "internal error"},
    {116, "certificate required"},
}};

/// The number rather than OpenSSL's words, which say "sslv3 alert" in 3.0 and "ssl/tls alert" later: the reason is the
/// last 12 bits, and that of an alert is 1000 (SSL_AD_REASON_OFFSET) and its number.
int alert_number(std::string_view detail) {
    // What libcurl makes of alert 45 in the handshake; of the server's certificate it says what the problem is.
    if (detail == "SSL certificate verification failed")
        return 45;
    constexpr std::string_view before = "error:";
    const auto end = detail.find(":SSL routines:");
    const auto start = detail.substr(0, end).rfind(before);
    if (end == std::string_view::npos || start == std::string_view::npos)
        return -1;
    unsigned long code = 0;
    std::from_chars(detail.data() + start + before.size(), detail.data() + end, code, 16);
    return static_cast<int>(code & 0xFFFU) - 1000;
}

}  // namespace

std::optional<CertificateAlert> certificate_alert(std::string_view detail) {
    const int number = alert_number(detail);
    const auto* const found = std::find_if(certificate_alerts.begin(), certificate_alerts.end(),
                                           [&](const CertificateAlert& alert) { return alert.number == number; });
    if (found == certificate_alerts.end())
        return std::nullopt;
    return *found;
}

}  // namespace mdm::net
