// SPDX-License-Identifier: Apache-2.0
#include "account/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "account",
                          .summary = "What hangs on one person's account: list, show",
                          .commands = {account_list_command(), account_show_command()}});
}
