// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "profile/outline.hpp"

#include <vector>

/// Certificates, keys and passwords that a payload brings or asks for.
namespace mdm::profile {

/// A certificate payload holds a certificate in the form that its type says: DER, or PEM for com.apple.security.pem.
void judge_certificate(const PayloadOutline& payload, std::vector<Finding>& findings);

/// An identity payload holds PKCS#12; that it opens is not tried.
void judge_pkcs12(const PayloadOutline& payload, std::vector<Finding>& findings);

/// The key that an ACME payload asks for is one that a device can make.
/// source  Apple, Device Management, "ACMECertificate"
void judge_acme_key(const PayloadOutline& payload, std::vector<Finding>& findings);

/// Passwords, challenges and shared secrets that can be read by whoever has the file. What a server is to fill in is
/// none.
void judge_secrets(const PayloadOutline& payload, std::vector<Finding>& findings);

}  // namespace mdm::profile
