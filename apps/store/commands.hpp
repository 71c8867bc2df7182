// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "rooms/every_room.hpp"
#include "store/copy.hpp"

/// The commands of `mdmctl store`, one file each.
namespace mdm::apps {

cli::Command store_init_command();
cli::Command store_info_command();
cli::Command store_check_command();
cli::Command store_backup_command();
cli::Command store_restore_command();
cli::Command store_copy_command();
cli::Command store_migrate_command();
cli::Command store_rekey_command();
cli::Command store_key_list_command();
cli::Command store_key_add_command();
cli::Command store_key_remove_command();
cli::Command store_key_export_command();
cli::Command store_locks_command();

/// A key is written where nothing is yet. throws  output_exists
void refuse_to_replace(const cli::OutputFile& file);

/// What a backup, a restore and a copy answer.
cli::Record copy_record(const std::string& from, const std::string& to, const store::Copied& copied);

}  // namespace mdm::apps
