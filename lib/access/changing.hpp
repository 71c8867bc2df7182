// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/open_store.hpp"
#include "base/error.hpp"
#include "cli/record.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mdm::access {

/// What a changing command says of itself before it begins.
struct Work {
    std::string command;    ///< for the audit: "apns renew"
    std::string object;     ///< what its event is about, until about() says it more closely
    store::Rooms rooms{};   ///< beside the store's own
    std::string tenant{};   ///< its name; empty: --tenant, MDMCTL_TENANT, or the only one there is
    bool on_store = false;  ///< it is about what all tenants share, and its event is the store's own
    /// Finds the tenant otherwise, in the transaction that changes it; null: by the name above.
    /// throws  no_such_tenant, ...: there is none to be changed
    std::function<store::Tenant(store::Transaction&)> whose{};
    bool in_any_state = false;  ///< one that was handed over is meant as well
};

/// One change of a command: the store, its writing transaction, the tenant, and the event that ends it.
class Changing {
public:
    Changing(cli::World& world, store::Store& store, Work work);

    /// Finds the tenant. What refuses it from here on is known to be about that tenant.
    /// throws  no_such_tenant, handed_over, and what `whose` throws
    void begin();

    cli::World& world() noexcept { return world_; }
    store::Store& store() noexcept { return store_; }
    store::Change& change() noexcept { return *change_; }
    store::Transaction& transaction() noexcept { return change_->transaction(); }
    const store::Tenant& tenant() const { return tenant_.value(); }
    Time now() const noexcept { return change_->now(); }
    bool is_dry_run() const noexcept { return world_.settings.dry_run; }

    /// What the event will be about; known as soon as the command knows it, for a refusal is an event as well.
    void about(std::string object) { work_.object = std::move(object); }
    /// Writes the event and commits; with --dry-run neither.
    void finish(store::Value before, store::Value after);
    /// Ends the transaction: what follows is done while nothing is locked.
    void release() { change_.reset(); }
    /// Undoes what was begun, and keeps the refusal as an event.
    void record_refusal(const Error& error);

private:
    store::Deed deed() const;

    cli::World& world_;
    Work work_;
    store::Store& store_;
    std::optional<store::Change> change_;
    std::optional<store::Tenant> tenant_;
};

/// Changes something. What a safety rule refuses in there (exit 4) is kept as an event of the tenant's chain.
template <class Act>
auto changing(cli::World& world, store::Store& store, Work work, const Act& act) {
    Changing run(world, store, std::move(work));
    try {
        run.begin();
        return act(run);
    } catch (const Error& e) {
        run.record_refusal(e);
        throw;
    }
}

/// The same for a command that changes one thing, in the store that the settings name.
template <class Act>
cli::Result changing(cli::World& world, Work work, const Act& act) {
    store::Store store = open_store(world, work.rooms);
    return changing(world, store, std::move(work), act);
}

/// Throws the refusal that findings amount to, where there is an error among them.
void refuse_on_error(const std::vector<Finding>& findings);

/// Where several things are done one after the other: what the next one would meet as well, so that it ends the run.
bool concerns_the_store(ErrorCode code);

/// The tenant of something that cannot be undone: by --tenant alone once there are two.
/// throws  tenant_not_named
void demand_named_tenant(store::Transaction& transaction, const cli::Settings& settings);

}  // namespace mdm::access
