// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/lock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::store {

/// A session advisory lock of PostgreSQL, on a connection of its own: it lasts as long as that. For lib/store/*.cpp
/// alone.
class ServerLock {
public:
    explicit ServerLock(const Location& location);

    /// false: another run holds it.
    bool try_hold(const LockHolder& us);
    std::optional<LockHolder> holder(const std::string& name);

    static std::vector<LockHolder> all_holders(const Location& location);

private:
    Database database_;
};

}  // namespace mdm::store
