// SPDX-License-Identifier: Apache-2.0
#include "tenant/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "tenant",
                          .summary = "The organisations that are looked after: add, list, show, remove",
                          .commands = {tenant_add_command(), tenant_list_command(), tenant_show_command(),
                                       tenant_remove_command(), tenant_restore_command()}});
}
