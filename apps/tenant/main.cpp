// SPDX-License-Identifier: Apache-2.0
#include "tenant/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(
        argc, argv,
        {.service = "tenant",
         .summary = "The organisations that are looked after: add, set, contact, hand over",
         .commands = {tenant_add_command(), tenant_list_command(), tenant_show_command(), tenant_set_command(),
                      tenant_rename_command(), tenant_note_command(), tenant_contact_add_command(),
                      tenant_contact_list_command(), tenant_contact_remove_command(), tenant_remove_command(),
                      tenant_restore_command(), tenant_export_command(), tenant_import_command()}});
}
