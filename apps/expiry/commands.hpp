// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl expiry`, one file each.
namespace mdm::apps {

cli::Command expiry_export_command();
cli::Command expiry_timeline_command();

}  // namespace mdm::apps
