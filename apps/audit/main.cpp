// SPDX-License-Identifier: Apache-2.0
#include "audit/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "audit",
                          .summary = "Who did what, in a record that nobody can rewrite unseen",
                          .commands = {audit_log_command(), audit_verify_command(), audit_export_command()}});
}
