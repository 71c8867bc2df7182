// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/handle.hpp"
#include "crypto/name.hpp"

/// Between Name and OpenSSL's X509_NAME. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

Name decode_name(const X509_NAME* name);

/// One attribute a level, in the order given: country as PrintableString, emailAddress as IA5String, all else (and
/// what these two cannot hold) as UTF8String.
X509NameHandle encode_name(const std::vector<Name::Attribute>& attributes);

}  // namespace mdm::crypto
