// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "profile/push_topic.hpp"
#include "profile/signer_files.hpp"

/// The commands of `mdmctl profile` that need the store, one file each.
namespace mdm::apps {

cli::Command profile_signer_list_command();
cli::Command profile_signer_remove_command();

/// What `sign` does without --cert, and with --keep.
SignersInStore signers_in_store();

/// Where `new --mdm` takes its topic from.
PushTopicInStore push_topic_in_store();

}  // namespace mdm::apps
