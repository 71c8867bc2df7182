// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "store/tenants.hpp"

/// The commands of `mdmctl tenant`, one file each.
namespace mdm::apps {

cli::Command tenant_add_command();
cli::Command tenant_list_command();
cli::Command tenant_show_command();
cli::Command tenant_remove_command();
cli::Command tenant_restore_command();
cli::Command tenant_export_command();
cli::Command tenant_import_command();

/// The record of one tenant, the same wherever one is shown.
cli::Record tenant_record(const store::Tenant& tenant);

}  // namespace mdm::apps
