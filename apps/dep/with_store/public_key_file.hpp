// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/token_key.hpp"
#include "store/store.hpp"

namespace mdm::apps {

/// Writes the certificate that the portal is given, making the key where there is none yet; with --dry-run nothing. An
/// order without a name is for the token that dep::name_meant() says.
/// throws  output_exists: the file is there and holds something else; and what changing and writing throw
dep::ShownKey write_public_key(cli::World& world, store::Store& store, const dep::PubkeyOrder& order,
                               const cli::OutputFile& out);

}  // namespace mdm::apps
