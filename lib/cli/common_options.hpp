// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "cli/settings.hpp"

namespace mdm::cli {

/// Declares what every command has, and what its effect asks for, and that it asks services. An option that is given
/// overwrites the setting.
void declare_common_options(Parser& parser, const Command& command, Settings& settings);

}  // namespace mdm::cli
