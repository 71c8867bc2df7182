// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/open_store.hpp"
#include "cli/record.hpp"

#include <optional>
#include <string>

/// What the commands on a whole tenant, in whatever state, share: remove, restore, export.
namespace mdm::apps {

/// What the rooms keep in a store, beside the store's own tables: who takes a tenant whole must know them all.
store::Rooms every_room();

/// The tenant that the argument T names; it may have been removed, or handed over.
/// throws  no_such_tenant; bad_usage: --tenant says another one
store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name);

/// One changing command on the tenant that its argument T names: the store, its writing transaction, and the event that
/// ends it.
class TenantChange {
public:
    /// command   for the audit: "tenant remove"
    TenantChange(cli::World& world, std::string command, const std::string& name);

    store::Store& store() noexcept { return store_; }
    store::Change& change() noexcept { return *change_; }
    store::Transaction& transaction() noexcept { return change_->transaction(); }
    store::Tenant& tenant() noexcept { return tenant_; }
    bool is_dry_run() const noexcept { return world_.settings.dry_run; }

    /// Writes the event and commits; with --dry-run neither.
    void finish(store::Value before, store::Value after);
    /// Ends the transaction: what follows is done while nothing is locked.
    void release() { change_.reset(); }
    /// Undoes what was begun, and keeps the refusal as an event.
    void record_refusal(const Error& error);

private:
    store::Deed deed() const;

    cli::World& world_;
    std::string command_;
    store::Store store_;
    std::optional<store::Change> change_;
    store::Tenant tenant_;
};

/// Runs such a command. What a safety rule refuses in there (exit 4) is kept as an event of the tenant's chain.
template <class Act>
cli::Result changing_tenant(cli::World& world, std::string command, const std::string& name, const Act& act) {
    TenantChange run(world, std::move(command), name);
    try {
        return act(run);
    } catch (const Error& e) {
        run.record_refusal(e);
        throw;
    }
}

}  // namespace mdm::apps
