// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "dep/device_page.hpp"
#include "store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// The way of devices into the store: pages are appended to staging, and what is there becomes part of dep_devices in
/// one statement, in order of serial number. (Row by row into the live table is 28 times dearer for ten times the
/// devices, for serial numbers come in no order.)
namespace mdm::dep {

/// Appends devices of a page to staging.
/// first_seq   of the first of them; they go on from there
/// places      of those that are meant
void stage(store::Transaction& transaction, std::string_view token, std::int64_t first_seq,
           const std::vector<DeviceRecord>& records, const std::vector<std::size_t>& places);
/// All of the page. Gives how many.
std::int64_t stage(store::Transaction& transaction, std::string_view token, std::int64_t first_seq,
                   const std::vector<DeviceRecord>& records);
bool has_staged(store::Transaction& transaction, std::string_view token);
void empty_staging(store::Transaction& transaction, std::string_view token);

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
};

/// A listing: what is in staging is so, of two with one serial number the one that came last. What is as it was is not
/// written.
/// is_complete   what is not in it is removed
DeviceChanges merge_listing(store::Transaction& transaction, const Merge& merge, bool is_complete);

/// A page of changes, each serial number once in staging (newest.hpp). What is older than what is known is left alone,
/// and so is `deleted` of a device that is not known.
DeviceChanges merge_changes(store::Transaction& transaction, const Merge& merge);

}  // namespace mdm::dep
