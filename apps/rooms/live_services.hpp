// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "expiry/live.hpp"

#include <vector>

namespace mdm::apps {

/// The services that can be asked how things stand, each by its own rules.
std::vector<expiry::LiveService> live_services(const cli::World& world);

}  // namespace mdm::apps
