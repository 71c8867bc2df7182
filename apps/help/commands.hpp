// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

mdm::cli::Command topic_command();
mdm::cli::Command codes_command();
mdm::cli::Command runbook_command();
