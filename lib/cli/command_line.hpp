// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"

#include <string>
#include <vector>

namespace mdm::cli {

/// Reads a command's words and hands each argument what was given for it. Options may stand before or behind
/// positionals; "--" ends them.
/// throws  bad_usage: unknown, missing, given twice, without a value, or not going together
void parse_command_line(const std::vector<Argument>& arguments, const std::vector<std::string>& words);

}  // namespace mdm::cli
