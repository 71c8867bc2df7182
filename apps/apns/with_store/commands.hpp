// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/vendor_files.hpp"
#include "apns/verdict.hpp"
#include "cli/command.hpp"

/// The commands of `mdmctl apns` that need the store, one file each.
namespace mdm::apps {

cli::Command csr_command();
cli::Command request_list_command();
cli::Command request_add_command();
cli::Command request_drop_command();
cli::Command vendor_add_command();
cli::Command vendor_list_command();
cli::Command import_command();
cli::Command renew_command();
cli::Command rollback_command();
cli::Command list_command();
cli::Command show_command();
cli::Command history_command();
cli::Command set_command();
cli::Command export_command();
cli::Command remove_command();
cli::Command restore_command();
cli::Command assign_command();
cli::Command unassign_command();

/// What `check` and `sign` do without --against and --vendor-cert.
cli::Result check_with_store(cli::World& world, const CheckOrder& order);
Vendor vendor_from_store(cli::World& world);

}  // namespace mdm::apps
