// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/with_store/token_sync.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mdm::apps {

/// One server token whose devices are to be fetched.
struct SyncJob {
    std::string tenant;
    std::string name;
};

/// Fetches them, some at a time, each thread with a store and a connection of its own. What became of each stands in
/// the order of the jobs.
/// way   its functions are called by one thread at a time
std::vector<SyncedToken> sync_side_by_side(const cli::World& world, const std::vector<SyncJob>& jobs,
                                           std::int64_t side_by_side, const SyncWay& way);

}  // namespace mdm::apps
