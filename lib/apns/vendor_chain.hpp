// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

/// The chain that a push certificate request carries: the vendor's MDM CSR signing certificate, Apple's WWDR
/// intermediate, Apple's root, in this order (Apple, "Setting up push notifications for your device management
/// customers").
namespace mdm::apns {

/// Marks a vendor's certificate, as an extension or among the extended key usages. Not from a primary source, so that
/// its absence is a warning.
inline constexpr std::string_view vendor_extension = "1.2.840.113635.100.4.12";

/// SHA-256 of the Apple Root CA's DER, lower-case hex (Apple PKI page).
inline constexpr std::string_view apple_root_sha256 =
    "b0b1730ecbc7ff4505142c49f1295e6eda6bcaed7e2c68c5be91b5a11001f024";

/// The errors and remarks among chain_findings(). For declarations.
inline constexpr std::array chain_codes{
    ErrorCode::not_a_certificate,
    ErrorCode::chain_order,
    ErrorCode::chain_incomplete,
    ErrorCode::vendor_certificate_expired,
    ErrorCode::vendor_certificate_not_yet_valid,
    ErrorCode::chain_certificate_expired,
    ErrorCode::key_not_rsa_2048,
    ErrorCode::vendor_certificate_expiring,
    ErrorCode::no_vendor_extension,
    ErrorCode::root_not_apple,
};

/// not_a_certificate: `leaf` is a push certificate, which signs no CSR.
std::optional<Finding> no_vendor_certificate(const crypto::Certificate& leaf, std::string_view where = {});

/// What the portal holds against a chain, leaf first: no_vendor_certificate(), chain_order, chain_incomplete,
/// vendor_certificate_expired, vendor_certificate_not_yet_valid, chain_certificate_expired, key_not_rsa_2048 (errors);
/// vendor_certificate_expiring, no_vendor_extension, root_not_apple (warnings). A certificate that signed itself is no
/// chain: whatever root Apple may use one day, a vendor's certificate is below it. What Apple's roots and marks will be
/// is not known, so that others are warnings. where  the place of the chain inside a request, or empty
std::vector<Finding> chain_findings(const std::vector<crypto::Certificate>& chain, Time now,
                                    std::string_view where = {});

}  // namespace mdm::apns
