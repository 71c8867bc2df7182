// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/new_profile.hpp"

#include <string_view>

namespace mdm::profile {

/// Judges a profile that was made as the successor of an earlier one with the same identifier: an enrollment stays with
/// its topic and its server, and devices refuse one that does not.
/// name     what the earlier one's file is called in messages
/// throws   topic_mismatch; output_exists: the rest is another one. Each says all that differs
/// source   Apple, device-management repository, com.apple.mdm.yaml: keys that an update cannot change
void check_replacement(const plist::Value& earlier, const MadeProfile& made, std::string_view name);

}  // namespace mdm::profile
