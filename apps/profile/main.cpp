// SPDX-License-Identifier: Apache-2.0
#include "profile/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "profile",
                          .summary = "Configuration profiles: sign, verify, unwrap",
                          .commands = {profile_sign_command({}), profile_verify_command(), profile_unwrap_command()},
                          .whole_beside = true});
}
