// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace mdm::profile {

/// Whether a key of a payload holds a secret where its value is a string: a password, a challenge, a shared secret.
/// No message repeats such a value.
bool is_secret_key(std::string_view key);

/// Text that a server fills in before it sends the profile: %Password%, $WIFI_SECRET, ${secret}, {{password}}.
bool is_placeholder(std::string_view text);

}  // namespace mdm::profile
