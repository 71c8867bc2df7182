// SPDX-License-Identifier: Apache-2.0
#include "profile/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(argc, argv,
                         {.service = "profile",
                          .summary = "Configuration profiles: make, lint, sign, verify, unwrap",
                          .commands = {profile_lint_command(), profile_new_command({}), profile_sign_command({}),
                                       profile_verify_command(), profile_unwrap_command(), profile_show_command(),
                                       profile_explain_command(), profile_schema_fetch_command()},
                          .whole_beside = true});
}
