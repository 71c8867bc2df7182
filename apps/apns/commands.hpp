// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl apns`, one file each.
namespace mdm::apps {

cli::Command inspect_command();
cli::Command sign_command();
cli::Command check_command();

}  // namespace mdm::apps
