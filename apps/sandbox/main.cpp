// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "sandbox",
                          .summary = "Rehearse: a world of its own with a pretend Apple, and a clock that can be moved",
                          .commands = {run_command(),
                                       serve_command(),
                                       clock_command(),
                                       fault_add_command(),
                                       fault_list_command(),
                                       fault_clear_command(),
                                       push_certificate_create_command(),
                                       push_certificate_renew_command(),
                                       push_certificate_list_command(),
                                       vendor_certificate_create_command(),
                                       server_token_command(),
                                       server_list_command(),
                                       server_remove_command(),
                                       devices_add_command(),
                                       devices_change_command(),
                                       devices_move_command(),
                                       devices_remove_command(),
                                       devices_throttle_command(),
                                       devices_list_command(),
                                       terms_command(),
                                       password_changed_command()}});
}
