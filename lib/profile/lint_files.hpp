// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/lint.hpp"

#include <functional>
#include <string>
#include <vector>

namespace mdm::profile {

/// The files that are meant by paths: a file is itself, "-" standard input, a folder all *.mobileconfig below it, in
/// either case and in the order of their names; a folder without one stands for itself. Each is there once. A folder's
/// links to folders are not followed, and what is neither file nor link is passed by.
/// throws  too_large: more than limits::folder_files
std::vector<std::string> profile_files(const std::vector<std::string>& paths);

/// Judges each file, on as many threads as the machine has where there are many, and then all together. In the order
/// of `files`. A file that cannot be read has that as its finding.
/// trust   as SignatureJudge has it
std::vector<LintedFile> lint_files(const std::vector<std::string>& files, const PayloadRules& rules,
                                   std::function<Trust()> trust, Time now);

}  // namespace mdm::profile
