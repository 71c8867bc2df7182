// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"

namespace mdm::apps {

/// Reads what should be a private key, and is judged as a secret (cli::World::guard) where it is one: people name their
/// CSR here, too, and nobody must be told to hide that.
FileContent read_key_file(const cli::World& world, const cli::InputFile& file);

}  // namespace mdm::apps
