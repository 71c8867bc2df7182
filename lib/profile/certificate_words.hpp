// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"

#include <string>
#include <string_view>

/// How messages of this room speak of certificates.
namespace mdm::profile {

/// "'Example Signing'": the common name, else the subject, else the serial number.
std::string called(const crypto::Certificate& certificate);

/// SHA-1 and what is older.
bool is_weak(std::string_view digest);
/// MD5 and what is older: anybody can make two things that have the same.
bool is_broken(std::string_view digest);

}  // namespace mdm::profile
