// SPDX-License-Identifier: Apache-2.0
#include "expiry/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "expiry",
                          .summary = "Watch over everything that ends: certificates, tokens and dates of any kind",
                          .commands = {
                              expiry_list_command(),
                              expiry_timeline_command(),
                              expiry_check_command(),
                              expiry_needs_renewal_command(),
                              expiry_explain_command(),
                              expiry_add_command(),
                              expiry_remove_command(),
                              expiry_scan_command(),
                              expiry_ack_command(),
                              expiry_snooze_command(),
                              expiry_remind_command(),
                              expiry_export_command(),
                          }});
}
