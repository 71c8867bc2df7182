// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/fleet.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the pretend DEP service says of devices, as JSON. Written by hand: a page of a thousand is made faster than a
/// client can ask for the next. Source: Apple, Device Management, "Device", "FetchDeviceResponse".
namespace mdm::sandbox {

/// One device as an object.
/// protocol_version   what the client understands: X-Server-Protocol-Version
/// further            members behind its own, as text: "" or "\"response_status\":\"SUCCESS\""
void append_device(std::string& out, const FleetRecord& record, int protocol_version, std::string_view further = {});

struct DevicePage {
    const std::vector<FleetRecord>& records;
    std::string cursor;
    Time fetched_until;
    bool more_to_follow = false;
};
std::string to_json(const DevicePage& page, int protocol_version);

}  // namespace mdm::sandbox
