// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/reminder_channel.hpp"

#include <memory>
#include <string>

namespace mdm::apps {

/// Runs a command of the user's once for each line: the item of check on its standard input, the rest in MDMCTL_*.
std::unique_ptr<ReminderChannel> command_channel(std::string command);

}  // namespace mdm::apps
