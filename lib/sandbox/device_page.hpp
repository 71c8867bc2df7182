// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/fleet.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the pretend DEP service says of devices, as JSON. Written by hand: a page of a thousand is made faster than a
/// client can ask for the next. Source: Apple, Device Management, "Device", "FetchDeviceResponse".
namespace mdm::sandbox {

/// Writes devices as objects. What many have in common, the texts of an operation, it makes once.
class DeviceWriter {
public:
    /// protocol_version   what the client understands: X-Server-Protocol-Version
    explicit DeviceWriter(int protocol_version) : version_(protocol_version) {}

    /// further   members behind its own, as text: "\"response_status\":\"SUCCESS\""
    void append(std::string& out, const FleetRecord& record, std::string_view further = {});

private:
    struct Assignment {
        const FleetOperation* operation = nullptr;
        std::string date;
        std::string by;
        std::string deadline;
    };
    struct Change {
        const FleetOperation* operation = nullptr;
        std::string asset_tag;
    };
    struct Date {
        Time time{};
        std::string text;
    };

    int version_;
    Assignment assignment_;
    Change change_;
    Date date_;
};

struct DevicePage {
    const std::vector<FleetRecord>& records;
    std::string cursor;
    Time fetched_until;
    bool more_to_follow = false;
};
std::string to_json(const DevicePage& page, int protocol_version);

}  // namespace mdm::sandbox
