// SPDX-License-Identifier: Apache-2.0
#include "expiry/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "expiry",
                          .summary = "What ends when, and who is told before: export, timeline",
                          .commands = {
                              expiry_timeline_command(),
                              expiry_export_command(),
                          }});
}
