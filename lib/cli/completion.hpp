// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/description.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Completion scripts: static, made from the declarations. Commands, options, choices, file names.
namespace mdm::cli {

std::string bash_completion(const std::vector<ProgramDescription>& programs);
std::string zsh_completion(const std::vector<ProgramDescription>& programs);
std::string fish_completion(const std::vector<ProgramDescription>& programs);

/// The words that may follow those typed so far, as all three scripts ask it.
struct CommandTree {
    struct Next {
        std::string word;
        std::string summary;  ///< of the command, or of the service; empty for a group inside one
    };
    std::map<std::string, std::vector<Next>> next;  ///< by words so far: "", "sandbox", "sandbox portal"
    std::map<std::string, const CommandDescription*> commands;

    std::vector<std::string> all_words() const;  ///< every key of both but ""
};
/// Behind a command that takes the words of a command (`mdmctl help`) are those of all commands once more.
CommandTree command_tree(const std::vector<ProgramDescription>& programs);

/// `text` with `quoted` characters behind a backslash; line breaks cannot be in it.
std::string backslashed(std::string_view text, std::string_view quoted);

/// Prints the names of the runbooks, which an installation may add to.
inline constexpr std::string_view runbook_names = "mdmctl help runbook --output csv 2>/dev/null | sed '1d; s/,.*//'";

}  // namespace mdm::cli
