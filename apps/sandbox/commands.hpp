// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl sandbox`, one file each.
namespace mdm::apps {

cli::Command run_command();
cli::Command serve_command();
cli::Command clock_command();
cli::Command fault_add_command();
cli::Command fault_list_command();
cli::Command fault_clear_command();
cli::Command push_certificate_create_command();
cli::Command push_certificate_renew_command();
cli::Command push_certificate_list_command();
cli::Command vendor_certificate_create_command();
cli::Command server_token_command();
cli::Command server_list_command();
cli::Command server_remove_command();
cli::Command terms_command();
cli::Command devices_add_command();
cli::Command devices_change_command();
cli::Command devices_move_command();
cli::Command devices_remove_command();
cli::Command devices_throttle_command();
cli::Command devices_list_command();
cli::Command password_changed_command();

}  // namespace mdm::apps
