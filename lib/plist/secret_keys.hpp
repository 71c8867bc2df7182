// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace mdm::plist {

/// Whether a key of a configuration profile holds a secret: a password, a challenge, a shared secret. No message
/// repeats such a value.
bool is_secret_key(std::string_view key);

}  // namespace mdm::plist
