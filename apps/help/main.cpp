// SPDX-License-Identifier: Apache-2.0
#include "help/commands.hpp"

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "help",
                          .summary = "Show what a command does, what a code means, or a runbook",
                          .commands = {topic_command(), codes_command(), runbook_command()}});
}
