// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "dep/device_merge.hpp"
#include "dep/device_page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mdm::dep {

/// What a run of a sync did, and saw.
struct SyncOutcome {
    bool full = false;
    DeviceChanges changes{};
    std::int64_t total = 0;  ///< devices that are assigned now
    std::int64_t pages = 0;  ///< that this run has fetched
    std::optional<Time> cursor_saved_at{};
    std::vector<Finding> findings{};  ///< of the pages that this run has fetched
    std::int64_t unlisted = 0;        ///< findings beyond limits::dep_findings
    /// Records that could not be used, those of earlier runs since the last list included.
    std::int64_t unreadable = 0;

    void take_findings(const DevicePage& page);
    /// Says what is not listed: the exit is by it, until a whole list has none.
    /// kept  records that could not be used, by what the store has of the sync
    void close_findings(std::int64_t kept);

    /// Mode, changes and total, as JSON for the audit.
    std::string told() const;
};

}  // namespace mdm::dep
