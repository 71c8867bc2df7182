// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/business_portal.hpp"
#include "sandbox/fleet_log.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What an administrator does at the pretend portal with devices: they come to a device management service, change, and
/// go again.
namespace mdm::sandbox {

/// Which devices of a service: those named, or so many of its list, from its beginning.
struct DeviceChoice {
    std::vector<std::string> serials{};
    std::uint32_t count = 0;
    std::uint32_t skip = 0;  ///< leaving out the first so many
};

/// Where, and how it is told of.
struct DeviceErrand {
    std::string organization;
    std::string server;
    std::optional<Time> date{};  ///< of its records; a second after the one before at least, unless this is said
    bool has_records = true;     ///< false: the stream of changes does not tell
};

struct DeviceOutcome {
    ListedServer server;
    std::uint64_t devices = 0;  ///< that were concerned
    std::uint64_t total = 0;    ///< that the service has afterwards
};

/// A device as the portal's list shows it.
struct ListedDevice {
    std::string serial;
    PretendDevice device;
    std::string asset_tag;
    Time assigned;
    std::optional<Time> throttled_until;
};

/// Holds the portal's lock as a BusinessPortal does; a visit that looks judges, and writes nothing.
/// Every call throws  no_such_organization, no_such_server, damaged_state
class DevicePortal {
public:
    DevicePortal(const std::string& portal_folder, Time now, Visit visit);

    /// New devices of a seed, behind those that were made of it before. throws  bad_usage: there are no more
    DeviceOutcome add_new(const DeviceErrand& errand, std::uint32_t seed, std::uint32_t count);
    /// Those that went. throws  no_such_device: one was never made, or is with a service
    DeviceOutcome add_again(const DeviceErrand& errand, const std::vector<std::string>& serials);

    // Of all that follow, `which` throws  no_such_device: one is not with the service, or it has fewer
    DeviceOutcome remove(const DeviceErrand& errand, const DeviceChoice& which);
    DeviceOutcome change(const DeviceErrand& errand, const DeviceChoice& which, const std::string& asset_tag);
    DeviceOutcome throttle(const DeviceErrand& errand, const DeviceChoice& which);
    /// To another service of the organisation, where they are new. What it says is of that one.
    DeviceOutcome move(const DeviceErrand& errand, const DeviceChoice& which, const std::string& to);

    /// The devices of a service in the order in which they came, one at a time; outlived by this object.
    std::function<std::optional<ListedDevice>()> list(const std::string& organization, const std::string& server);

private:
    FleetOperation operation(FleetOperation::Kind kind, const DeviceErrand& errand, const ListedServer& at,
                             std::vector<DeviceRange> devices);
    std::vector<DeviceRange> chosen(const ListedServer& from, const DeviceChoice& which);
    DeviceOutcome done(ListedServer at, std::vector<FleetOperation> operations);

    BusinessPortal portal_;
    FleetLog log_;
    Time now_;
    Visit visit_;
};

}  // namespace mdm::sandbox
