// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "profile/verification.hpp"

#include <vector>

namespace mdm::apps {

/// The roots in these files, and no others; those of this machine where there are none.
profile::Trust trusted_roots(const cli::World& world, const std::vector<cli::InputFile>& authorities);

}  // namespace mdm::apps
