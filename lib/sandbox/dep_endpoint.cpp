// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_endpoint.hpp"

#include "sandbox/device_request.hpp"

namespace mdm::sandbox {

std::span<const DepEndpoint> dep_endpoints() {
    static constexpr auto table = std::to_array<DepEndpoint>({
        {session_path, "GET", 0, nullptr},
        {"/account", "GET", 0, account_answer},
        {"/server/devices", "POST", default_page, fetch_devices_answer},
        {"/devices/sync", "POST", default_page, sync_devices_answer},
        {"/devices", "POST", device_limit, device_details_answer},
        {"/devices/disown", "POST", device_limit, nullptr},
        {"/device/activationlock", "POST", 0, nullptr},
        {"/device/replacementDetails", "GET", 0, nullptr},
        {"/profile", "GET", 0, nullptr},
        {"/profile", "POST", device_limit, nullptr},
        {"/profile/devices", "POST", device_limit, nullptr},
        {"/profile/devices", "PUT", device_limit, nullptr},
        {"/profile/devices", "DELETE", device_limit, nullptr},
        {"/account-driven-enrollment/profile", "GET", 0, nullptr},
        {"/account-driven-enrollment/profile", "POST", 0, nullptr},
        {"/account-driven-enrollment/profile", "DELETE", 0, nullptr},
        {"/os-beta-enrollment/tokens", "GET", 0, nullptr},
    });
    return table;
}

}  // namespace mdm::sandbox
