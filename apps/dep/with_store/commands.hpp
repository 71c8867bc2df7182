// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl dep` that need the store, one file each.
namespace mdm::apps {

cli::Command dep_pubkey_command();
cli::Command dep_import_command();
cli::Command dep_check_command();
cli::Command dep_renew_command();
cli::Command dep_setup_command();
cli::Command dep_account_command();
cli::Command dep_sync_command();
cli::Command dep_list_command();
cli::Command dep_show_command();
cli::Command dep_history_command();
cli::Command dep_set_command();
cli::Command dep_export_command();
cli::Command dep_remove_command();
cli::Command dep_restore_command();
cli::Command dep_devices_list_command();
cli::Command dep_devices_show_command();
cli::Command dep_devices_mark_command();
cli::Command dep_devices_assign_user_command();

}  // namespace mdm::apps
