// SPDX-License-Identifier: Apache-2.0
#include "store/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(
        argc, argv,
        {.service = "store",
         .summary = "The database and its key: make, check, back up, move, lock",
         .commands = {store_init_command(), store_info_command(), store_check_command(), store_backup_command(),
                      store_restore_command(), store_copy_command(), store_migrate_command(), store_rekey_command(),
                      store_key_list_command(), store_key_add_command(), store_key_remove_command(),
                      store_key_export_command(), store_locks_command()}});
}
