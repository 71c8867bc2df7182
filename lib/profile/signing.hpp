// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/message_signer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

struct SignedProfile {
    std::string bytes;
    std::vector<Finding> warnings{};  ///< why devices would refuse the profile, whoever signs it: form_errors()
};

/// Signs a profile as it is, byte for byte, and reads again what was made.
/// bytes    of the file
/// name     of the file, for messages
/// resign   a signature that is there is taken off first; false: already_signed
/// throws   already_signed, signed_twice, content_missing, digest_mismatch and bad_signature (of the old one), and what
/// open_file() and read_profile() throw; too_large, where it is that with its signature
SignedProfile sign_profile(std::string_view bytes, std::string_view name, const crypto::MessageSigner& signer,
                           Time signing_time, bool resign);

}  // namespace mdm::profile
