// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace mdm::sandbox {

/// A program that is run in the foreground, as sudo(8) runs its own.
struct ProgramRun {
    std::vector<std::string> words;        ///< the program, looked for on PATH where it has no slash, and its arguments
    std::vector<std::string> environment;  ///< NAME=VALUE
    bool shows_output = true;
    bool shows_errors = true;
};

/// How it ended.
struct Ended {
    int exit = 0;
    int signal = 0;  ///< what killed it; 0: it came to its own end

    /// As a shell has it in $?: 128 and the signal for one that was killed.
    int status() const noexcept;
};

/// Runs a program to its end. Standard input, process group and terminal are the caller's, so that Ctrl-C and Ctrl-Z
/// reach it as they reach the caller; what somebody sends to the caller alone (SIGINT, SIGTERM, SIGHUP, SIGQUIT) is
/// passed on. The caller itself lives through those. One that is waiting already is taken for the program's end, and
/// nothing is run; it stays, as does one that comes too late, for when the caller lets them in again.
/// throws  program_not_found, program_not_runnable
Ended run_program(const ProgramRun& run);

}  // namespace mdm::sandbox
