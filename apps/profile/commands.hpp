// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "profile/push_topic.hpp"
#include "profile/signer_files.hpp"

/// The commands of `mdmctl profile` that need no store, one file each. The service's whole program has them too, with
/// the store behind them.
namespace mdm::apps {

cli::Command profile_lint_command();
cli::Command profile_new_command(const PushTopicInStore& in_store);
cli::Command profile_schema_fetch_command();
cli::Command profile_sign_command(const SignersInStore& in_store);
cli::Command profile_verify_command();
cli::Command profile_unwrap_command();
cli::Command profile_show_command();
cli::Command profile_explain_command();

}  // namespace mdm::apps
