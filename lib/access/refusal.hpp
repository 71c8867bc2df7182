// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/world.hpp"
#include "store/store.hpp"

namespace mdm::access {

/// Keeps what a safety rule refused (exit 4) as an event of its own; anything else, and a --dry-run, is kept nowhere.
/// To be called when the transaction of the command is over. Where it cannot be written, that is a warning.
/// deed   what was asked for; the code is added to its object
void record_refusal(const cli::World& world, store::Store& store, store::Deed deed, const Error& error);

}  // namespace mdm::access
