// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

mdm::cli::Command topic_command();
mdm::cli::Command codes_command();
mdm::cli::Command runbook_command();

/// The answers of `mdmctl help codes CODE...` and `mdmctl help runbook NAME`, which the words of `mdmctl help` may ask
/// for as well: behind its options, and a code by itself.
mdm::cli::Result codes_answer(const std::vector<std::string>& names);
mdm::cli::Result runbook_answer(const mdm::cli::World& world, const std::string& name);
