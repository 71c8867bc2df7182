// SPDX-License-Identifier: Apache-2.0
#include "dep/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "dep",
                          .summary = "The Apple DEP server token: inspect",
                          .commands = {dep_inspect_command()},
                          .whole_beside = true});
}
