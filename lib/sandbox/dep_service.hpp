// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/fault_file.hpp"
#include "sandbox/fleet_log.hpp"
#include "sandbox/http_message.hpp"
#include "sandbox/session_desk.hpp"

#include <mutex>
#include <string>
#include <vector>

namespace mdm::sandbox {

/// Apple's Device Enrollment Program service, pretended: strict about headers, signatures and sessions, with the error
/// codes of the real one, and wrong where a fault tells it to be. It reads the rehearsal's clock, the portal's memory
/// and the faults at each request, so that what commands change meanwhile holds at once. Source: Apple, Device
/// Management, "Authenticating for Automated Device Enrollment" and its neighbours.
class DepService {
public:
    /// clock   of the rehearsal; it outlives this
    DepService(std::string rehearsal_folder, const Clock& clock);

    /// May be called by several threads at once.
    HttpAnswer answer(const HttpRequest& request);

private:
    std::string portal_folder() const { return folder_ + "/portal"; }
    HttpAnswer right_answer(const HttpRequest& request, const std::vector<Fault>& faults, Time now);
    HttpAnswer open_session(const HttpRequest& request, Time now);

    std::string folder_;
    const Clock& clock_;
    FaultFile faults_;
    std::mutex mutex_;
    SessionDesk desk_;
    FleetLog fleet_;
};

}  // namespace mdm::sandbox
