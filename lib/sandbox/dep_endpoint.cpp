// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_endpoint.hpp"

namespace mdm::sandbox {

std::span<const DepEndpoint> dep_endpoints() {
    static constexpr auto table = std::to_array<DepEndpoint>({
        {session_path, "GET", false, nullptr},
        {"/account", "GET", false, account_answer},
        {"/server/devices", "POST", true, nullptr},
        {"/devices/sync", "POST", true, nullptr},
        {"/devices", "POST", true, nullptr},
        {"/devices/disown", "POST", true, nullptr},
        {"/device/activationlock", "POST", false, nullptr},
        {"/device/replacementDetails", "GET", false, nullptr},
        {"/profile", "GET", false, nullptr},
        {"/profile", "POST", true, nullptr},
        {"/profile/devices", "POST", true, nullptr},
        {"/profile/devices", "PUT", true, nullptr},
        {"/profile/devices", "DELETE", true, nullptr},
        {"/account-driven-enrollment/profile", "GET", false, nullptr},
        {"/account-driven-enrollment/profile", "POST", false, nullptr},
        {"/account-driven-enrollment/profile", "DELETE", false, nullptr},
        {"/os-beta-enrollment/tokens", "GET", false, nullptr},
    });
    return table;
}

}  // namespace mdm::sandbox
