// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

#include <string>
#include <vector>

namespace mdm::store {

struct Rekeyed {
    std::string key_path;      ///< the new key file
    std::string old_key_path;  ///< where the one before was put; backups made until now need it; empty: none was there
    std::int64_t secrets = 0;  ///< opened and sealed again
    std::vector<KeySlot> dropped;  ///< they open nothing any more: each must be added again
};

/// Gives the store a new key: every secret is opened with the old and sealed with the new, in one transaction; at the
/// first that does not open nothing is changed. What wrapped the old key is dropped, other people's slots included:
/// whoever has a copy of them or of the old key is to have nothing from now on. The new key file takes the place of
/// what is at `key_path`; killed at any moment, the one or the other opens (see KeySwitch), and the same command run
/// again finishes.
Rekeyed rekey(Store& store, const std::string& key_path, std::string_view label, Time now);

}  // namespace mdm::store
