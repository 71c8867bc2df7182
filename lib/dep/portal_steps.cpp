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

namespace {

std::string service_step(const PortalVisit& visit) {
    if (!visit.server_name.empty())
        return fmt::format("choose '{}'", visit.server_name);
    return visit.renews ? "choose the service that the devices are in now; do not add one"
                        : "add a service for this MDM server";
}

}  // namespace

std::vector<std::string> portal_steps(const PortalVisit& visit) {
    std::vector<std::string> steps;
    const std::string who = visit.account.empty() ? "an account that may manage device management services"
                                                  : fmt::format("{}, as before", visit.account);
    steps.push_back(fmt::format("sign in to business.apple.com or school.apple.com with {}", who));
    steps.push_back("open Devices, Management Services (in School Manager: Preferences, MDM Servers), and " +
                    service_step(visit));
    if (visit.upload)
        steps.push_back(fmt::format("upload '{}' as its public key, and save", visit.public_key));
    steps.push_back(fmt::format("download its server token, a .p7m, into '{}'", visit.folder));
    return steps;
}

}  // namespace mdm::dep
