// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace mdm::cli {

/// What the words behind `mdmctl <service>` ask for.
struct Chosen {
    const Command* command = nullptr;      ///< nullptr: the words are complete, but name only a group of commands
    std::string group;                     ///< those words: "", "portal", "portal push-certificate"
    std::vector<std::string> arguments{};  ///< what follows them
};

/// The command whose name is the longest beginning of `words`. Names may be several words long, and of one that stands
/// for its group the last may be left out.
/// throws  unknown_command, with what was probably meant; bad_usage for an option before the command
Chosen choose_command(const Program& program, const std::vector<std::string>& words);

/// The commands below a group, in their order; all of them for "".
std::vector<const Command*> commands_below(const Program& program, const std::string& group);

/// As it is typed: "mdmctl apns inspect", "mdmctl inspect".
std::string typed_name(const Program& program, const std::string& words);

/// True when the words are for the service's whole program; see Program::whole_beside.
bool is_for_whole_program(const Program& program, const std::vector<std::string>& words);

/// True when help is asked for; what stands behind "--" belongs to somebody else.
bool asks_for_help(const std::vector<std::string>& words);

}  // namespace mdm::cli
