// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "sandbox/fault_file.hpp"

#include <vector>

namespace mdm::apps {

/// The faults of the rehearsal that this command runs in.
/// throws  not_a_rehearsal: there is none; bad_setting
sandbox::FaultFile open_faults(const cli::World& world);

cli::Rows fault_rows(const std::vector<sandbox::Fault>& faults);

}  // namespace mdm::apps
