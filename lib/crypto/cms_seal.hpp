// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::crypto {

inline constexpr std::size_t sealing_key_size = 32;

/// Seals bytes under a key of 32 bytes as CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084) and one
/// key-encryption-key recipient (RFC 5652, 6.2.3), as PEM with the label CMS. What it gives was opened again.
/// key_id   bytes that tell the key from others; not secret. Whoever holds the key opens it without us:
///          openssl cms -decrypt -inform PEM -in FILE -secretkey KEY-AS-HEX -secretkeyid ID-AS-HEX
std::string seal(std::string_view plain, const Secret& key, std::string_view key_id);

/// What was sealed. nullopt: not under this key with this id, or altered since; which of the two nobody can tell.
/// throws   malformed_pem, malformed_der: this is no sealed thing at all
std::optional<Secret> open_sealed(std::string_view pem, const Secret& key, std::string_view key_id);

}  // namespace mdm::crypto
