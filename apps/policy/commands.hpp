// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl policy`, one file each.
namespace mdm::apps {

cli::Command policy_add_command();
cli::Command policy_tree_command();
cli::Command policy_show_command();
cli::Command policy_set_command();
cli::Command policy_remove_command();

}  // namespace mdm::apps
