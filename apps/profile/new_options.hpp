// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "profile/given_options.hpp"
#include "profile/new_types.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apps {

/// The options of payload types as the command line has them, by their names.
struct NewTypeOptions {
    std::map<std::string_view, std::vector<std::string>> words{};
    std::map<std::string_view, std::vector<cli::InputFile>> files{};
    std::map<std::string_view, bool> flags{};
    std::int64_t number = 0;  ///< where a number goes to see that it is one
};

/// Declares all of them, each type's in a section of its own.
void declare_new_types(cli::Parser& p, NewTypeOptions& o);

/// What was given, with the files read.
profile::GivenOptions given_options(const cli::World& world, const NewTypeOptions& o);

/// The first line of a file that holds a secret. throws  empty_file, and what World::read_secret() throws
Secret read_secret_line(const cli::World& world, const cli::InputFile& file, std::string_view option);

}  // namespace mdm::apps
