// SPDX-License-Identifier: Apache-2.0
#include "tenant/named_tenant.hpp"

#include "access/refusal.hpp"
#include "apns/schema.hpp"

#include <fmt/format.h>

namespace mdm::apps {

store::Rooms every_room() { return {apns::room()}; }

store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name) {
    if (settings.tenant_named && settings.tenant != name)
        throw Error{ErrorCode::bad_usage, fmt::format("T is '{}', and --tenant '{}'", name, settings.tenant),
                    "name one tenant; nothing was changed"};
    if (auto tenant = store::tenant_named(transaction, name))
        return std::move(*tenant);
    throw Error{ErrorCode::no_such_tenant, fmt::format("there is no tenant '{}'", name),
                "mdmctl tenant list --removed"};
}

TenantChange::TenantChange(cli::World& world, std::string command, const std::string& name)
    : world_(world),
      command_(std::move(command)),
      store_(access::open_store(world, every_room())),
      change_(std::in_place, store_, world.clock.now()),
      tenant_(named_tenant(change_->transaction(), world.settings, name)) {}

store::Deed TenantChange::deed() const {
    return {.tenant_id = tenant_.id,
            .tenant = tenant_.name,
            .command = command_,
            .object = fmt::format("tenant {}", tenant_.name)};
}

void TenantChange::finish(store::Value before, store::Value after) {
    if (is_dry_run())
        return;
    store::Deed done = deed();
    done.before = std::move(before);
    done.after = std::move(after);
    change_->record(done);
    change_->commit();
}

void TenantChange::record_refusal(const Error& error) {
    change_.reset();
    access::record_refusal(world_, store_, deed(), error);
}

}  // namespace mdm::apps
