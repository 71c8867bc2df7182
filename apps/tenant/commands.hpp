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

cli::Command tenant_set_command();
cli::Command tenant_rename_command();
cli::Command tenant_note_command();
cli::Command tenant_contact_add_command();
cli::Command tenant_contact_list_command();
cli::Command tenant_contact_remove_command();

/// What a tenant is called and what became of it, for the answers of commands that change just that.
cli::Record tenant_state_record(const store::Tenant& tenant);
/// All that is known of a tenant.
cli::Record tenant_record(const store::Tenant& tenant, const std::vector<store::Label>& labels);
cli::Record tenant_record(store::Transaction& transaction, const store::Tenant& tenant);

}  // namespace mdm::apps
