// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/message_signer.hpp"

#include <string>
#include <string_view>

namespace mdm::profile {

/// Signs a profile as it is, byte for byte, and reads again what was made.
/// bytes    of the file
/// name     of the file, for messages
/// resign   a signature that is there is taken off first; false: already_signed
/// throws   already_signed, signed_twice, content_missing, digest_mismatch and bad_signature (of the old one), and what
/// open_file() and read_profile() throw
std::string sign_profile(std::string_view bytes, std::string_view name, const crypto::MessageSigner& signer,
                         Time signing_time, bool resign);

}  // namespace mdm::profile
