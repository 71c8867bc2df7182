// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/description.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mdm::cli {

/// Columns that help is wrapped to: the terminal's within reason, 80 in a pipe.
std::size_t help_width(const Terminal& terminal);

/// One command, whole: usage, what it does, arguments, examples, exit codes. `width` in columns.
/// below   commands whose names go on from this one's: `mdmctl help` has `mdmctl help codes`
std::string command_help(const CommandDescription& command, const std::vector<CommandDescription>& below,
                         std::size_t width);

/// Help on the words behind mdmctl: of a command, a service or a group; empty where there is none of that name.
std::string help_on(const ProgramDescription& program, const std::string& words, std::size_t width);

/// The commands of a service or of a group in it ("apns", "sandbox portal"), with their summaries.
std::string group_help(const std::string& group, const std::string& summary,
                       const std::vector<CommandDescription>& commands, std::size_t width);

/// "mdmctl apns sign --csr FILE [OPTION...]"
std::string usage_line(const CommandDescription& command);

/// "--output table|json|jsonl|csv", "FILE..."
std::string argument_heading(const Argument& argument);

/// The argument's sentence with what is to be known of its value: default, required, repeated, what it excludes.
std::string argument_text(const Argument& argument);

/// Exit codes with the error codes that lead to them, 0 ("done") first.
std::map<int, std::vector<ErrorCode>> codes_by_exit(const CommandDescription& command);
/// What an exit code of a command says, before the codes that lead to it: "done; it may remark: ", "".
/// has_codes   there are some
std::string_view exit_meaning(const CommandDescription& command, int exit, bool has_codes);

/// A command line in lines of at most `width` columns that a shell reads as the one: broken where no quotes are open.
std::vector<std::string> example_lines(const std::string& command, std::size_t width);

/// Two columns: a word, and text that is wrapped beside it.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t width);

}  // namespace mdm::cli
