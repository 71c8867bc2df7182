// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where the programs are that `mdmctl NAME` runs: ours in libexec/mdmctl, an organisation's own as mdmctl-NAME on
/// PATH. The front door is built from this file and needs to start fast: libc and the standard library alone.
namespace mdm::cli {

struct ProgramFile {
    std::string name;  ///< "apns": the word behind mdmctl
    std::string path;
};

/// a-z, 0-9 and inner hyphens, at most 64 of them: what a program's name may hold. Keeps "../x" out.
bool is_program_name(std::string_view name);

/// The folder of the program that runs, symbolic links resolved; empty where the system does not tell.
std::string own_folder();

/// Where a service's program is that has all commands, those that need the store too: Program::whole_beside.
std::string whole_program(const std::string& libexec, const std::string& service);

/// The programs in our folder, by name.
std::vector<ProgramFile> programs_in(const std::string& libexec);

/// The programs on PATH that do not have the name of one of ours, by name; of two, the one that comes first on PATH.
/// Relative and empty entries of PATH are passed over: what is in the current folder is run by nobody by accident.
std::vector<ProgramFile> plugins_on(std::string_view path, const std::vector<ProgramFile>& ours);

}  // namespace mdm::cli
