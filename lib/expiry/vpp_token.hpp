// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::expiry {

/// What an Apps and Books (VPP) location token says of itself. The token inside it is a secret and is left there.
struct VppToken {
    Time not_after;            ///< expDate
    std::string organization;  ///< orgName; empty: it has none
};

/// Reads a .vpptoken file: the base64 of a JSON object with the members token, expDate ("2026-10-26T13:29:33+0000")
/// and orgName. Source: Apple, Apps and Books for Organizations, "Managing apps and books through web services".
/// nullopt: it is none
std::optional<VppToken> read_vpp_token(std::string_view bytes);

}  // namespace mdm::expiry
