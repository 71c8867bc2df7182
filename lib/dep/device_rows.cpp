// SPDX-License-Identifier: Apache-2.0
#include "dep/device_rows.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {

std::string_view device_columns() {
    static const std::string columns = [] {
        std::string list = "d.serial";
        for (const std::string_view field : device_fields)
            list += fmt::format(", d.{}", field);
        return list +
               ", d.more, d.op_date, d.first_seen_at, d.changed_at, d.removed_at, n.enrollment_status, "
               "n.status_at, n.assigned_user, n.assigned_user_at";
    }();
    return columns;
}

Device device_in(const store::Row& row, std::optional<Time> full_at) {
    Device device{.serial = row.text("serial"),
                  .more = row.value("more"),
                  .op_date = row.maybe_time("op_date"),
                  .first_seen_at = row.time("first_seen_at"),
                  .changed_at = row.time("changed_at"),
                  .removed_at = row.maybe_time("removed_at")};
    for (std::size_t i = 0; i < device_fields.size(); ++i)
        device.fields[i] = row.value(device_fields[i]);
    if (!device.removed_at)
        device.confirmed_at = std::max(device.changed_at, full_at.value_or(device.changed_at));
    return device;
}

DeviceNote note_in(const store::Row& row) {
    return {.enrollment_status = row.value("enrollment_status"),
            .status_at = row.maybe_time("status_at"),
            .assigned_user = row.value("assigned_user"),
            .assigned_user_at = row.maybe_time("assigned_user_at")};
}

}  // namespace mdm::dep
