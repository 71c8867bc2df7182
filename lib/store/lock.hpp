// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/audit.hpp"
#include "store/database.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// Who holds what: as the holder wrote it down, and only where it is held indeed.
struct LockHolder {
    std::string name;  ///< "dep sync of acme"
    std::string login;
    std::string host;
    std::int64_t pid = 0;
    Time since;
};

/// Keeps two runs from doing the same at the same time: a device sync, a reminder, a deployment. It is the kernel's
/// (flock on a file beside SQLite) or the server's (a session advisory lock), and gone when the holder dies. What is
/// right does not rest on it: that is the transaction's part.
class ObjectLock {
public:
    /// throws  locked, saying who holds it since when and on which host; nothing is waited for
    ObjectLock(const Location& location, std::string_view name, const Caller& who, Time now);
    ObjectLock(ObjectLock&&) noexcept;
    ObjectLock& operator=(ObjectLock&&) = delete;
    ~ObjectLock();

private:
    class Held;
    class HeldFile;
    class HeldOnServer;
    std::unique_ptr<Held> held_;
};

/// All that is held now, by name.
std::vector<LockHolder> lock_holders(const Location& location);

}  // namespace mdm::store
