// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "expiry/live.hpp"

namespace mdm::apps {

/// Asks APNs whether it takes each push certificate whose key is held here.
expiry::LiveService live_apns(const cli::World& world);

}  // namespace mdm::apps
