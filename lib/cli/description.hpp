// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Declarations as values: what --help, man pages, completions and the catalogue are rendered from, whether they come
/// from this program or, as JSON, from another.
namespace mdm::cli {

struct CommandDescription {
    std::string name;  ///< as it is typed behind mdmctl: "apns inspect", "inspect"
    std::string summary;
    std::string details;
    Effect effect = Effect::reads;
    std::vector<Argument> arguments;  ///< the command's own, then the common ones; without their assign
    std::vector<Example> examples;
    std::vector<ErrorCode> codes;   ///< the command's own, then those of its files, then what any command may end with
    bool is_monitor = false;        ///< its exit is that of a monitoring plugin
    bool stands_for_group = false;  ///< it is meant where its last word is left out

    std::string group() const;                  ///< its name without the last word
    std::vector<std::string> sections() const;  ///< of its options, in order
};

/// What a monitor exits with when it cannot judge. Source: monitoring-plugins.org, guidelines, return codes.
inline constexpr int monitoring_unknown = 3;
/// The exit that a code leads to: its own, or of a monitor UNKNOWN.
int exit_code_of(const CommandDescription& command, ErrorCode code);

struct ProgramDescription {
    std::string service;
    std::string summary;
    std::vector<CommandDescription> commands;
};

CommandDescription describe(const Program& program, const Command& command);
ProgramDescription describe(const Program& program);

/// The item of `mdmctl commands --output json`, and of the declarations.
Record as_record(const CommandDescription& command);
Record as_record(const ProgramDescription& program);

/// Reads what `PROGRAM --declarations` printed.
/// throws  internal_error: it is none of ours, or of another version
ProgramDescription parse_description(std::string_view json);

/// The words of the JSON.
std::string_view name(Effect effect);
std::string_view name(Argument::Kind kind);
std::string_view name(Argument::Takes takes);

}  // namespace mdm::cli
