// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_removal.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

std::optional<std::int64_t> number_of(Transaction& transaction, std::string_view sql, const Tenant& tenant) {
    const auto row = transaction.row(sql, {{"tenant", tenant.id}});
    return row && row->value("n") ? std::optional(row->number("n")) : std::nullopt;
}

}  // namespace

Consequences consequences(Transaction& transaction, const Rooms& rooms, const Tenant& tenant, Time now) {
    Consequences all;
    for (const Room& room : rooms)
        for (const Belonging& belonging : room.belongings)
            all.belongings.push_back({belonging, number_of(transaction, belonging.sql, tenant)});
    for (InventoryItem& item : inventory(transaction, {.tenant = tenant.id, .removed = Removed::included}))
        if (item.not_after && *item.not_after > now)
            all.still_valid.push_back(std::move(item));
    all.secrets =
        number_of(transaction, "select count(*) as n from secrets where tenant = :tenant", tenant).value_or(0);
    return all;
}

bool is_purged(const Tenant& tenant, const Consequences& all) { return tenant.purged_at && all.secrets == 0; }

void remove_tenant(Change& change, Tenant& tenant) {
    tenant.removed_at = change.now();
    update(change.transaction(), tenant);
}

void purge_tenant(Change& change, const Rooms& rooms, Tenant& tenant) {
    Transaction& transaction = change.transaction();
    for (const Room& room : rooms)
        for (const std::string_view sql : room.purge)
            transaction.run(sql, {{"tenant", tenant.id}});
    transaction.run("delete from secrets where tenant = :tenant", {{"tenant", tenant.id}});
    if (!tenant.removed_at)
        tenant.removed_at = change.now();
    tenant.purged_at = change.now();
    update(transaction, tenant);
}

void bring_back_tenant(Change& change, Tenant& tenant) {
    if (tenant.purged_at)
        throw Error{ErrorCode::tenant_purged,
                    fmt::format("the secrets of the tenant '{}' were destroyed on {}", tenant.name,
                                to_rfc3339(*tenant.purged_at)),
                    "a backup from before holds them; what is needed now is a tenant of another name: "
                    "mdmctl tenant add"};
    tenant.removed_at.reset();
    tenant.handed_over_at.reset();
    tenant.handed_over_to.clear();
    update(change.transaction(), tenant);
}

}  // namespace mdm::store
