// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The commands of `mdmctl expiry`, one file each.
namespace mdm::apps {

cli::Command expiry_list_command();
cli::Command expiry_timeline_command();
cli::Command expiry_check_command();
cli::Command expiry_needs_renewal_command();
cli::Command expiry_explain_command();
cli::Command expiry_add_command();
cli::Command expiry_remove_command();
cli::Command expiry_scan_command();
cli::Command expiry_ack_command();
cli::Command expiry_snooze_command();
cli::Command expiry_remind_command();
cli::Command expiry_export_command();

}  // namespace mdm::apps
