// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl dep` that need no store. The service's whole program has them too.
namespace mdm::apps {

cli::Command dep_inspect_command();

}  // namespace mdm::apps
