// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

/// A command line of the user's, which is run when something has happened.
namespace mdm {

struct HookCall {
    std::string command;  ///< for /bin/sh -c
    /// Beside our own environment, from which every variable is taken that holds or names a secret of ours.
    std::vector<std::pair<std::string, std::string>> variables{};
    std::string input{};  ///< its standard input; who does not read it harms nobody
    std::chrono::milliseconds time_limit = std::chrono::seconds{60};
};

struct HookEnded {
    int exit = 0;
    int signal = 0;          ///< what killed it; 0: it came to its own end
    bool timed_out = false;  ///< we killed it, with all that it had started
    std::string said{};      ///< the end of what it wrote, output and errors, as far as that is worth keeping

    bool went_well() const noexcept { return exit == 0 && signal == 0 && !timed_out; }
};

/// Runs it to its end, in a process group of its own, with no file of ours open. What it leaves in the background is
/// not waited for.
/// throws  program_not_runnable: there is no shell, or no process to be had
HookEnded run_hook(const HookCall& call);

}  // namespace mdm
