// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/record.hpp"

#include <string_view>
#include <vector>

/// The answer of `mdmctl apns check` and `mdmctl dep check`, with and without a store.
namespace mdm::apps {

/// verdict: renewal, not_a_renewal, or undecided when there was nothing that could be judged.
cli::Result verdict_answer(std::string_view verdict, cli::Value current, cli::Value candidate,
                           const std::vector<Finding>& findings);
/// What kept it from judging, as a verdict.
cli::Result undecided(const Error& error);

}  // namespace mdm::apps
