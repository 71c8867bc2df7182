// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/secret_keys.hpp"

#include <string_view>

namespace mdm::profile {

/// Whether a key of a payload holds a secret where its value is a string. No message repeats such a value, the reader's
/// of property lists included.
using plist::is_secret_key;

/// Whether a key that nobody has described speaks of a secret by its name, such as an app's "apiToken" or "pin": its
/// value is better not shown. When in doubt it does: of keys, the public ones alone do not.
bool sounds_secret(std::string_view key);

/// The attribute of a certificate's subject that is a password: challengePassword (RFC 2985, 5.4.1), by name or OID.
bool is_password_attribute(std::string_view attribute);

/// Text that a server fills in before it sends the profile, and nothing beside it: %Password%, $WIFI_SECRET,
/// $PASSWORD$, ${secret}, {{password}}.
bool is_placeholder(std::string_view text);

}  // namespace mdm::profile
