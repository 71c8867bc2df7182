// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"

#include <string>
#include <vector>

namespace mdm::cli {

/// cli::run without a process around it: what a test calls.
/// words   what was typed behind the service's name
int run_program(const Program& program, const std::vector<std::string>& words, const Environment& environment,
                Terminal& terminal);

}  // namespace mdm::cli
