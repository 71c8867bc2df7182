// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string_view>

/// What is in staging (staging.hpp) becomes part of dep_devices in one statement, in order of serial number. (Row by
/// row into the live table is 28 times dearer for ten times the devices, for serial numbers come in no order.)
namespace mdm::dep {

/// What a merge did to the devices, and is to be told of.
struct DeviceChanges {
    std::int64_t added = 0;  ///< those included that were removed before
    std::int64_t modified = 0;
    std::int64_t deleted = 0;

    std::int64_t all() const noexcept { return added + modified + deleted; }
    DeviceChanges& operator+=(const DeviceChanges& more);
    bool operator==(const DeviceChanges&) const = default;
};

struct Merge {
    std::string_view token;
    Time now;
    std::int64_t revision;  ///< what changes gets it, and is found by it
    /// The table in SQL, of a listing on SQLite: see Staging::table(). Elsewhere it is the store's.
    std::string_view staging = "dep_staging";
};

/// A listing: what is in staging is so, of two with one serial number the one that came last. What is as it was is not
/// written.
/// is_complete   what is not in it is removed
DeviceChanges merge_listing(store::Transaction& transaction, const Merge& merge, bool is_complete);

/// A page of changes, each serial number once in staging (newest.hpp). What is older than what is known is left alone,
/// and so is `deleted` of a device that is not known.
DeviceChanges merge_changes(store::Transaction& transaction, const Merge& merge);

}  // namespace mdm::dep
