// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::crypto {

/// What is read of a certificate where there are thousands: twenty times faster than to decode it whole. Nothing of it
/// is verified.
struct CertificateBrief {
    Time not_after;
    std::string common_name;  ///< the subject's last; empty: it has none, or not in UTF-8, IA5 or PrintableString
};

/// nullopt: it is no certificate by its structure. Source: RFC 5280, 4.1.
std::optional<CertificateBrief> certificate_brief(std::string_view der);

/// Each block "CERTIFICATE" of a PEM text in turn.
/// false: there is a block that is cut, is not base64 or holds something else, which read_contents() has words for
bool each_certificate_brief(std::string_view pem, const std::function<void(CertificateBrief)>& take);

}  // namespace mdm::crypto
