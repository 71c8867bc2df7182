// SPDX-License-Identifier: Apache-2.0
#include "profile/commands.hpp"
#include "profile/with_store/commands.hpp"

int main(int argc, char** argv) {
    using namespace mdm::apps;
    return mdm::cli::run(
        argc, argv,
        {.service = "profile",
         .summary = "Configuration profiles: sign, verify, unwrap",
         .commands = {profile_sign_command(signers_in_store()), profile_verify_command(), profile_unwrap_command(),
                      profile_signer_list_command(), profile_signer_remove_command()}});
}
