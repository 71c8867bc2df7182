// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "store/database.hpp"

#include <string_view>
#include <vector>

namespace mdm::store {

/// What stands against a tenant that came from another store, by what every tenant has: its names, note and labels,
/// policies, contacts and lines of the inventory. Each is judged by the rule of the command that writes it, so that
/// nothing comes in that nobody could have typed.
/// throws  store_damaged, bad_name, bad_usage: the first thing that breaks a rule; too_large, too_deep: its policies do
std::vector<Finding> arrival_findings(Transaction& transaction, std::string_view tenant);

}  // namespace mdm::store
