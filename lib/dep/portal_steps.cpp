// SPDX-License-Identifier: Apache-2.0
#include "dep/portal_steps.hpp"

#include <fmt/format.h>

namespace mdm::dep {

const std::vector<std::string>& portal_warnings() {
    static const std::vector<std::string> warnings{
        "downloading a server token ends the one in use at once, and so does uploading a new public key",
        "download for this service only: each download ends the token of the service that it is made for",
        "import within the hour: until then no device of this service enrolls"};
    return warnings;
}

std::vector<std::string> portal_steps(const PortalVisit& visit) {
    std::vector<std::string> steps;
    const std::string who = visit.account.empty() ? "an account that may manage device management services"
                                                  : fmt::format("{}, as before,", visit.account);
    steps.push_back(fmt::format("sign in to business.apple.com or school.apple.com with {}", who));
    steps.push_back(
        visit.server_name.empty()
            ? "open Devices, Management Services (in School Manager: Preferences, MDM Servers), and add a "
              "service for this MDM server"
            : fmt::format("open Devices, Management Services (in School Manager: Preferences, MDM Servers), "
                          "and choose '{}'",
                          visit.server_name));
    if (visit.upload)
        steps.push_back(fmt::format("upload '{}' as its public key, and save", visit.public_key));
    steps.push_back(fmt::format("download its server token, a .p7m, into '{}'", visit.folder));
    return steps;
}

}  // namespace mdm::dep
