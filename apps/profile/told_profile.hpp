// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"
#include "cli/record.hpp"
#include "cli/world.hpp"
#include "profile/explanation.hpp"
#include "profile/settings.hpp"
#include "profile/verification.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// What `show` and `explain` have in common: a profile that was read, and is told and not judged.
namespace mdm::apps {

struct TellingOptions {
    cli::InputFile file;
    std::vector<cli::InputFile> authorities;
};
void declare_telling(cli::Parser& parser, TellingOptions& options);
std::vector<ErrorCode> telling_codes();

struct ToldProfile {
    std::string file;  ///< as it was named
    profile::Explanation explanation;
    std::vector<std::vector<profile::Setting>> settings;  ///< of each payload
    profile::Verification signature{};
    std::string trusted{};   ///< what the roots are called that were believed; empty where nobody signed it
    std::size_t errors = 0;  ///< that lint finds
    std::size_t warnings = 0;
};

/// throws  what opening and reading it throws: only a profile can be told
ToldProfile tell(const cli::World& world, const TellingOptions& options);

/// What tells a profile from others, who signed it, and what lint counts: the first fields of both answers.
cli::Record identity_record(const ToldProfile& told);

/// "mdmctl profile lint 'wifi.mobileconfig'"
std::string lint_command(const ToldProfile& told);

}  // namespace mdm::apps
