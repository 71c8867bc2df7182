// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "dep/device.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One page of devices, as /server/devices and /devices/sync answer.
/// source  Apple, Device Management, "Get a List of Devices", "Sync the List of Devices", "Device"
namespace mdm::dep {

/// What happened to a device; none: the record does not say, as in a full listing.
enum class Op { none, added, modified, deleted };
std::string_view name(Op op);  ///< "added"; empty for none

/// One device of a page. All views are into what DevicePageReader::read() gave, and end with it.
struct DeviceRecord {
    std::string_view serial{};
    /// By DeviceField. Times are RFC 3339, UTC, to the second, however they came.
    std::array<std::optional<std::string_view>, device_fields.size()> fields{};
    /// A JSON object of all other members that are not null, in order of their names; nullopt: there are none.
    std::optional<std::string_view> more{};
    Op op = Op::none;
    std::optional<std::string_view> op_date{};  ///< as the times above
};

struct DevicePage {
    std::string_view cursor{};  ///< where the next one begins, or the next changes
    bool more_to_follow = false;
    std::size_t records = 0;  ///< that the page has, those included that cannot be used
    std::vector<DeviceRecord> devices{};
    /// unreadable_device: the record cannot be used, and is not among the devices. Else a warning: unreadable_date,
    /// what should be a date is none, and not kept; unusual_member. `where` is page and place: "page 3, device 17".
    std::vector<Finding> findings{};
    std::int64_t unreadable = 0;  ///< records that cannot be used
    std::int64_t unlisted = 0;    ///< findings beyond limits::dep_findings
};

/// Records of changes say what happened to the device; one that does not, or says what nobody knows, cannot be used.
enum class PageKind { listing, changes };

/// Reads pages, one after the other, and keeps what that takes between them.
class DevicePageReader {
public:
    DevicePageReader();
    DevicePageReader(const DevicePageReader&) = delete;
    DevicePageReader& operator=(const DevicePageReader&) = delete;
    ~DevicePageReader();

    /// The page but for its devices, findings and what is counted of those, which finish() adds.
    /// number   of the page, from 1, for findings
    /// body     read where it lies
    /// throws   bad_answer, and nothing of the page counts: it is no JSON object; devices, cursor or more_to_follow is
    ///          missing, there twice or of another type; there are more devices than limits::dep_page, or the cursor
    ///          is longer than limits::dep_cursor
    const DevicePage& begin(std::string body, std::int64_t number, PageKind kind = PageKind::listing);
    void finish();
    /// Both.
    const DevicePage& read(std::string body, std::int64_t number, PageKind kind = PageKind::listing);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mdm::dep
