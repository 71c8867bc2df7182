// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace mdm::crypto {

/// 16 bytes as text, version and variant put in: "9b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b", lower case.
/// source  RFC 9562, 4
std::string uuid_text(std::string bytes, unsigned version);

/// The UUID that a name has in a name space, always the same: RFC 9562, 5.5 (version 5, by SHA-1), lower case.
/// name_space   a UUID
std::string name_based_uuid(std::string_view name_space, std::string_view name);

}  // namespace mdm::crypto
