// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/devices.hpp"

#include <optional>
#include <string>
#include <vector>

/// What people say of devices, which no sync touches.
namespace mdm::dep {

/// A device and what is noted of it, for thousands at a time.
struct NotedDevice {
    std::string token{};  ///< by id
    std::string serial{};
    std::string enrollment_status{};  ///< "not_contacted", "enrolled", "removed"
};

/// The device that each of these serial numbers means, by the rule of devices_meant(); nullopt: there is none.
/// tokens    by id
/// serials   some thousands at most
std::vector<std::optional<NotedDevice>> noted_devices(store::Transaction& transaction,
                                                      const std::vector<std::string>& tokens,
                                                      const std::vector<std::string>& serials);

/// Says of each how it stands, as of now.
void mark(store::Transaction& transaction, const std::vector<NotedDevice>& devices, EnrollmentStatus status, Time now);

/// Says whose a device is.
/// user   nullopt: nobody's any more
void assign_user(store::Transaction& transaction, const KnownDevice& known, const std::optional<std::string>& user,
                 Time now);

}  // namespace mdm::dep
