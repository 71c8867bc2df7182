// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/description.hpp"

#include <string>
#include <vector>

/// Pages in man(7), the macros that every man program has.
namespace mdm::render {

/// "mdmctl-apns-inspect": of the words that are typed.
std::string page_name(const std::string& words);

std::string front_page(const std::vector<cli::ProgramDescription>& programs);
std::string service_page(const cli::ProgramDescription& program);
std::string command_page(const cli::CommandDescription& command);

}  // namespace mdm::render
