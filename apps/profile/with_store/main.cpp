// SPDX-License-Identifier: Apache-2.0
#include "profile/commands.hpp"
#include "profile/with_store/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(
        argc, argv,
        {.service = "profile",
         .summary = "Configuration profiles: make, lint, sign, verify, unwrap",
         .commands = {profile_lint_command(), profile_new_command(push_topic_in_store()),
                      profile_sign_command(signers_in_store()), profile_verify_command(), profile_unwrap_command(),
                      profile_show_command(), profile_explain_command(), profile_signer_list_command(),
                      profile_signer_remove_command(), profile_schema_fetch_command()}});
}
