// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/records.hpp"
#include "base/error.hpp"

#include <optional>
#include <string_view>

namespace mdm::apns {

/// personal_account, a warning, where the Apple Account that holds a push certificate is a person's own, by what was
/// said of it or by where its address is: it goes when the person goes, and nobody else can renew the certificate.
std::optional<Finding> account_finding(std::string_view apple_account, AccountKind kind);

}  // namespace mdm::apns
