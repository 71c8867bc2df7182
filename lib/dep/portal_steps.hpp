// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What a person does in Apple's portal, which no API does. The portal changes its words: the steps have a date.
/// Source: Apple Business user guide, "Link to an external device management service"; Apple School Manager guide.
namespace mdm::dep {

inline constexpr std::string_view portal_steps_date = "2026-09";

/// What is said before the first step.
const std::vector<std::string>& portal_warnings();

struct PortalVisit {
    std::string public_key;   ///< file that is uploaded
    bool upload = true;       ///< false: the portal has it already
    bool renews = false;      ///< there is a service already
    std::string server_name;  ///< of the service, as far as it is known
    std::string account;      ///< that downloaded the last one
    std::string folder;       ///< where the download is looked for
};
std::vector<std::string> portal_steps(const PortalVisit& visit);

}  // namespace mdm::dep
