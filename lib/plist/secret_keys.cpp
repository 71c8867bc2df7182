// SPDX-License-Identifier: Apache-2.0
#include "plist/secret_keys.hpp"

#include <algorithm>
#include <array>

namespace mdm::plist {

bool is_secret_key(std::string_view key) {
    constexpr std::array<std::string_view, 5> others{"Challenge", "SharedSecret", "sharedSecret", "RegistrationToken",
                                                     "Passphrase"};
    return key.ends_with("Password") || key == "password" ||
           std::find(others.begin(), others.end(), key) != others.end();
}

}  // namespace mdm::plist
