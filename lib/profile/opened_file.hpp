// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "crypto/signed_message.hpp"
#include "plist/reader.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace mdm::profile {

/// What every reader of this header may throw. For declarations.
inline constexpr std::array opening_codes{
    ErrorCode::not_a_profile,   ErrorCode::signed_as_text, ErrorCode::malformed_der, ErrorCode::trailing_data,
    ErrorCode::malformed_plist, ErrorCode::too_deep,       ErrorCode::too_large};

/// A file that should be a configuration profile, its outermost layer taken off. What is inside was not read yet, and
/// no signature is believed.
struct OpenedFile {
    std::optional<crypto::SignedMessage> signature{};
    /// Its own bytes, in the file or in the signature: no longer than these. Empty where the signature is detached.
    std::string_view profile;
};

/// throws  signed_as_text, not_a_profile (what else the file is, where that is known), malformed_der, trailing_data
OpenedFile open_file(std::string_view bytes, std::string_view name);

/// The property list of a profile: a dictionary whose PayloadType is Configuration. What else is wrong with it is for
/// lint to say.
/// throws  not_a_profile, and what plist::read() throws
plist::Document read_profile(std::string_view profile, std::string_view name);

}  // namespace mdm::profile
