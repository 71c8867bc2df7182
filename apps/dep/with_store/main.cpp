// SPDX-License-Identifier: Apache-2.0
#include "dep/commands.hpp"
#include "dep/with_store/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(
        argc, argv,
        {.service = "dep",
         .summary = "The Apple DEP server token: key, import, check, renew, account; its devices: sync",
         .commands = {dep_setup_command(), dep_pubkey_command(), dep_inspect_command(), dep_import_command(),
                      dep_check_command(), dep_renew_command(), dep_account_command(), dep_sync_command(),
                      dep_list_command(), dep_show_command(), dep_history_command(), dep_set_command(),
                      dep_export_command(), dep_remove_command(), dep_restore_command(), dep_devices_list_command(),
                      dep_devices_show_command(), dep_devices_mark_command(), dep_devices_assign_user_command()}});
}
