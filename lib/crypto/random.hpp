// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace mdm::crypto {

/// Bytes from OpenSSL's random generator, fit for serial numbers and keys.
std::string random_bytes(std::size_t n);

/// A random UUID (RFC 9562, version 4), lower case: "9b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b".
std::string random_uuid();

}  // namespace mdm::crypto
