// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "sandbox",
                          .summary = "Rehearse with a pretend Apple: the portals, without the portal",
                          .commands = {push_certificate_create_command(), push_certificate_renew_command(),
                                       push_certificate_list_command(), vendor_certificate_create_command()}});
}
