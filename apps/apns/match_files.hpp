// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"

#include <vector>

namespace mdm::apps {

/// FILE of `check` and `renew`, or with --match several of them.
struct MatchFiles {
    std::vector<cli::InputFile> files;
    bool match = false;

    /// Without --match. throws  bad_usage: there are several
    const cli::InputFile& only() const;
};

void declare_match_files(cli::Parser& p, MatchFiles& files,
                         std::initializer_list<std::string_view> of_one_tenant_alone);

}  // namespace mdm::apps
