// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device.hpp"
#include "store/database.hpp"

#include <optional>
#include <string_view>

/// Rows of dep_devices and dep_device_notes as values.
namespace mdm::dep {

/// The columns that the two below read, of `dep_devices d left join dep_device_notes n`: known_devices.
std::string_view device_columns();

inline constexpr std::string_view known_devices =
    "dep_devices d left join dep_device_notes n on n.token = d.token and n.serial = d.serial";

/// full_at   when the token's last complete listing was merged
Device device_in(const store::Row& row, std::optional<Time> full_at);
DeviceNote note_in(const store::Row& row);

}  // namespace mdm::dep
