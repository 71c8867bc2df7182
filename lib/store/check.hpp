// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "store/store.hpp"

#include <string>
#include <vector>

namespace mdm::store {

/// What a whole look at the store gave.
struct StoreCheck {
    std::int64_t secrets_opened = 0;
    std::int64_t events_verified = 0;
    std::vector<ChainVerdict> chains;
    /// In this order: the engine's file and foreign keys (store_damaged), the root policies, each secret that does not
    /// open (secret_damaged, sealed_elsewhere), each chain that is broken (audit_broken).
    std::vector<Finding> findings;
};

/// Reads every row that matters and opens every secret; changes nothing. All that is wrong is listed, not the first
/// alone. expected   a head of the audit that was kept elsewhere; empty: none was
/// throws  what read() and key() throw
StoreCheck check_store(Store& store, std::string_view expected = {});

}  // namespace mdm::store
