// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "cli/settings.hpp"

namespace mdm::cli {

/// Declares what every command has, and what its effect asks for. An option that is given overwrites the setting.
void declare_common_options(Parser& parser, Effect effect, Settings& settings);

}  // namespace mdm::cli
