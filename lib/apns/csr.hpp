// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "crypto/certificate_request.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace mdm::apns {

/// The errors among csr_findings(). For declarations.
inline constexpr std::array csr_codes{ErrorCode::bad_self_signature, ErrorCode::key_not_rsa_2048};

/// What Apple's portal holds against a customer's CSR: bad_self_signature, key_not_rsa_2048 (errors), weak_digest,
/// empty_subject (warnings). The subject itself is free: Apple writes its own into the certificate.
/// name   the file, for the messages
/// where  the place of the CSR inside `name`, or empty
std::vector<Finding> csr_findings(const crypto::CertificateRequest& csr, std::string_view name,
                                  std::string_view where = {});

}  // namespace mdm::apns
