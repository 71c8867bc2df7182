// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "store/store.hpp"

#include <string>

/// How a command comes to the store: from its settings, and from what the system says of who runs it.
namespace mdm::access {

/// The store that --store names, not opened yet. Keys are looked for in this order: MDMCTL_STORE_KEY_FILE (and nowhere
/// else where it is set), $CREDENTIALS_DIRECTORY/mdmctl-store-key, $XDG_CONFIG_HOME/mdmctl/keys/<store id>; then a
/// passphrase is asked for at a terminal, where the store has one.
/// rooms    what this program keeps in the store, beside the store's own
/// throws   bad_setting, insecure_connection: of --store
store::Store open_store(const cli::World& world, store::Rooms rooms = {});
store::StoreOptions store_options(const cli::World& world, store::Rooms rooms = {});

/// Where the key of a store is written. throws  bad_setting: HOME is not set
std::string key_path(const cli::World& world, const std::string& store_id);

/// Actor, login, user id, host and process of this run.
store::Caller caller(const cli::World& world);

}  // namespace mdm::access
