// SPDX-License-Identifier: Apache-2.0
#include "store/lock.hpp"

#include "base/error.hpp"
#include "store/lock_file.hpp"
#include "store/lock_server.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

Error held_by_another(std::string_view name, const std::optional<LockHolder>& holder) {
    if (!holder)
        return {ErrorCode::locked, fmt::format("another run holds '{}'", name), "try again when it is done"};
    return {ErrorCode::locked,
            fmt::format("'{}' is held by {} on {}, process {}, since {}", name, holder->login, holder->host,
                        holder->pid, to_rfc3339(holder->since)),
            "try again when it is done"};
}

}  // namespace

class ObjectLock::Held {
public:
    virtual ~Held() = default;
};

class ObjectLock::HeldFile final : public Held {
public:
    HeldFile(const Location& location, const LockHolder& us) : file_(location, us.name) {
        if (!file_.try_hold(us))
            throw held_by_another(us.name, file_.holder());
    }

private:
    LockFile file_;
};

class ObjectLock::HeldOnServer final : public Held {
public:
    HeldOnServer(const Location& location, const LockHolder& us) : lock_(location) {
        if (!lock_.try_hold(us))
            throw held_by_another(us.name, lock_.holder(us.name));
    }

private:
    ServerLock lock_;
};

ObjectLock::ObjectLock(const Location& location, std::string_view name, const Caller& who, Time now) {
    const LockHolder us{std::string(name), who.login, who.host, who.pid, now};
    if (location.engine == Engine::sqlite)
        held_ = std::make_unique<HeldFile>(location, us);
    else
        held_ = std::make_unique<HeldOnServer>(location, us);
}
ObjectLock::ObjectLock(ObjectLock&&) noexcept = default;
ObjectLock::~ObjectLock() = default;

std::vector<LockHolder> lock_holders(const Location& location) {
    return location.engine == Engine::sqlite ? LockFile::all_holders(location) : ServerLock::all_holders(location);
}

}  // namespace mdm::store
