// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/description.hpp"
#include "cli/programs.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace mdm::cli {

/// What a program prints on standard output when it is run with one argument and nothing on standard input.
/// throws  internal_error: it cannot be run, failed, said more than `limit` bytes, or took longer than `patience`
std::string output_of(const std::string& program, const std::string& argument, std::size_t limit,
                      std::chrono::milliseconds patience);

/// Asks one of our programs (never a plugin) what its commands are.
ProgramDescription ask_for_declarations(const ProgramFile& program);

/// All of ours in a folder, by name.
std::vector<ProgramDescription> catalogue_of(const std::string& libexec);

}  // namespace mdm::cli
