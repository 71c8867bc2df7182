// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "apns",
                          .summary = "The push certificate: inspect, sign, check",
                          .commands = {inspect_command(), sign_command({}), check_command({})},
                          .whole_beside = true});
}
