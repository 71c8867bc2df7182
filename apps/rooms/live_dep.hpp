// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "expiry/live.hpp"

namespace mdm::apps {

/// Asks Apple for the account of each server token whose key is held here, and keeps what it says.
expiry::LiveService live_dep(const cli::World& world);

}  // namespace mdm::apps
