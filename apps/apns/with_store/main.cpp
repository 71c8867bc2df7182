// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"
#include "apns/with_store/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "apns",
                          .summary = "The push certificate: request, sign, inspect, import, renew, export",
                          .commands = {csr_command(),
                                       sign_command(vendor_from_store),
                                       inspect_command(),
                                       import_command(),
                                       check_command(check_with_store),
                                       renew_command(),
                                       rollback_command(),
                                       list_command(),
                                       show_command(),
                                       history_command(),
                                       set_command(),
                                       export_command(),
                                       remove_command(),
                                       restore_command(),
                                       assign_command(),
                                       unassign_command(),
                                       request_list_command(),
                                       request_add_command(),
                                       request_drop_command(),
                                       vendor_add_command(),
                                       vendor_list_command()}});
}
