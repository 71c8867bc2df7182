// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <string>
#include <string_view>

namespace mdm::crypto {

/// HMAC-SHA-256 (RFC 2104), 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view message);

/// HMAC-SHA-1 (RFC 2104), 20 bytes: what OAuth 1.0a signs with (RFC 5849, 3.4.2), and nothing else of ours.
std::string hmac_sha1(std::string_view key, std::string_view message);

/// A key of 32 bytes for one purpose, so that no key serves two: HKDF-SHA-256 (RFC 5869) without salt, `label` as info.
/// master   at least 32 random bytes, never a passphrase
Secret derive_key(const Secret& master, std::string_view label);

/// Compares in a time that does not depend on where the two differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace mdm::crypto
