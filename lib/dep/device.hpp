// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// A device that is assigned to a service: what Apple says of it, and what people said.
namespace mdm::dep {

/// What Apple's record of a device has a column for, in the tables' order. All else is in `more`.
/// source  Apple, Device Management, "Device"
enum class DeviceField : std::size_t {
    model,
    description,
    color,
    asset_tag,
    device_family,
    os,
    profile_status,
    profile_uuid,
    profile_assign_time,
    profile_push_time,
    device_assigned_date,
    device_assigned_by,
    mdm_migration_deadline,
};
/// Their names: Apple's members and our columns alike.
inline constexpr std::array<std::string_view, 13> device_fields{"model",
                                                                "description",
                                                                "color",
                                                                "asset_tag",
                                                                "device_family",
                                                                "os",
                                                                "profile_status",
                                                                "profile_uuid",
                                                                "profile_assign_time",
                                                                "profile_push_time",
                                                                "device_assigned_date",
                                                                "device_assigned_by",
                                                                "mdm_migration_deadline"};

/// One device of a server token, as the store has it.
struct Device {
    std::string serial{};
    /// As Apple wrote it, by DeviceField; times are RFC 3339, UTC. nullopt: Apple did not say.
    std::array<std::optional<std::string>, device_fields.size()> fields{};
    std::optional<std::string> more{};  ///< a JSON object of all other members; nullopt: there are none
    std::optional<Time> op_date{};      ///< of the newest record of changes
    Time first_seen_at{};
    Time changed_at{};
    std::optional<Time> removed_at{};    ///< it is no longer assigned to this service
    std::optional<Time> confirmed_at{};  ///< when Apple last listed it as it is here; nullopt: it was removed

    const std::optional<std::string>& operator[](DeviceField field) const {
        return fields.at(static_cast<std::size_t>(field));
    }
};

/// What people said of a device.
struct DeviceNote {
    std::optional<std::string> enrollment_status{};  ///< "enrolled", "removed"; nullopt: not_contacted
    std::optional<Time> status_at{};
    std::optional<std::string> assigned_user{};
    std::optional<Time> assigned_user_at{};

    /// "not_contacted" where nobody said anything else.
    std::string status() const;
};

/// What people may say of whether it is enrolled.
enum class EnrollmentStatus { not_contacted, enrolled, removed };
std::string_view name(EnrollmentStatus status);  ///< "not_contacted"

}  // namespace mdm::dep
