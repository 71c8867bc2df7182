// SPDX-License-Identifier: Apache-2.0
#include "policy/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "policy",
                          .summary = "What groups of devices are given, and what they inherit: add, tree, show, set",
                          .commands = {policy_add_command(), policy_tree_command(), policy_show_command(),
                                       policy_set_command(), policy_remove_command()}});
}
