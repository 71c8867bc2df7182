// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/lock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::store {

/// A file in the folder `<database>.locks`, held with flock. It stays when the lock is given back: to remove it would
/// let two runs hold two files of the same name. For lib/store/*.cpp alone.
class LockFile {
public:
    /// throws  cannot_write
    LockFile(const Location& location, const std::string& name);
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;
    ~LockFile();

    /// false: another run holds it.
    bool try_hold(const LockHolder& us);
    /// What the holder wrote; nullopt where it has not come to that yet.
    std::optional<LockHolder> holder() const;

    static std::vector<LockHolder> all_holders(const Location& location);

private:
    int fd_ = -1;
    bool held_ = false;
};

}  // namespace mdm::store
