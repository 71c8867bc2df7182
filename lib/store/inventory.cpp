// SPDX-License-Identifier: Apache-2.0
#include "store/inventory.hpp"

#include "base/text.hpp"
#include "crypto/random.hpp"

namespace mdm::store {
namespace {

constexpr std::string_view store_scope = "store";

std::string_view scope_of(std::string_view tenant) { return tenant.empty() ? store_scope : tenant; }

InventoryItem item_of(const Row& row) {
    return {.id = row.text("id"),
            .tenant = row.maybe_text("tenant").value_or(""),
            .policy = row.maybe_text("policy").value_or(""),
            .service = row.text("service"),
            .name = row.text("name"),
            .not_after = row.maybe_time("not_after"),
            .state = row.text("state"),
            .next_command = row.maybe_text("next_command").value_or(""),
            .account = row.maybe_text("account").value_or(""),
            .key = row.maybe_text("key_kind").value_or(""),
            .devices = row.value("devices") ? std::optional(row.number("devices")) : std::nullopt,
            .topic = row.maybe_text("topic").value_or(""),
            .changed_at = row.time("changed_at")};
}

}  // namespace

void put_in_inventory(Transaction& transaction, const InventoryItem& item, Time now) {
    transaction.run(
        "insert into inventory (id, scope, tenant, policy, service, name, not_after, state, next_command, account, "
        "key_kind, devices, topic, changed_at) values (:id, :scope, :tenant, :policy, :service, :name, :not_after, "
        ":state, :next_command, :account, :key_kind, :devices, :topic, :now) "
        "on conflict (scope, service, name) do update set policy = excluded.policy, not_after = excluded.not_after, "
        "state = excluded.state, next_command = excluded.next_command, account = excluded.account, "
        "key_kind = excluded.key_kind, devices = excluded.devices, topic = excluded.topic, changed_at = "
        "excluded.changed_at",
        {{"id", crypto::random_uuid()},
         {"scope", scope_of(item.tenant)},
         {"tenant", none_if_empty(item.tenant)},
         {"policy", none_if_empty(item.policy)},
         {"service", item.service},
         {"name", item.name},
         {"not_after", item.not_after},
         {"state", item.state},
         {"next_command", none_if_empty(item.next_command)},
         {"account", none_if_empty(item.account)},
         {"key_kind", none_if_empty(item.key)},
         {"devices", item.devices ? Value(std::to_string(*item.devices)) : Value()},
         {"topic", none_if_empty(item.topic)},
         {"now", now}});
}

void take_from_inventory(Transaction& transaction, std::string_view tenant, std::string_view service,
                         std::string_view name) {
    transaction.run("delete from inventory where scope = :scope and service = :service and name = :name",
                    {{"scope", scope_of(tenant)}, {"service", service}, {"name", name}});
}

void rename_in_inventory(Transaction& transaction, std::string_view tenant, std::string_view service,
                         std::string_view name, std::string_view new_name) {
    transaction.run(
        "update inventory set name = :new_name where scope = :scope and service = :service and name = :name",
        {{"new_name", new_name}, {"scope", scope_of(tenant)}, {"service", service}, {"name", name}});
}

std::vector<InventoryItem> inventory(Transaction& transaction, const InventoryFilter& filter) {
    std::string sql =
        "select id, tenant, policy, service, name, not_after, state, next_command, account, key_kind, devices, "
        "topic, changed_at from inventory where 1 = 1";
    Parameters parameters;
    if (filter.page != nullptr) {
        sql += " and tenant in (select t.id from tenants t where t.name between :first and :last)";
        parameters = filter.page->bounds();
    }
    if (filter.of_store)
        sql += " and tenant is null";
    if (filter.removed == Removed::left_out)
        sql +=
            " and (tenant is null or exists (select 1 from tenants t where t.id = inventory.tenant and "
            "t.removed_at is null))";
    if (!filter.tenant.empty()) {
        sql += " and scope = :tenant";  // which the index begins with
        parameters.emplace_back("tenant", filter.tenant);
    }
    if (!filter.service.empty()) {
        sql += " and service = :service";
        parameters.emplace_back("service", filter.service);
    }
    if (filter.ends_by) {
        sql += " and not_after <= :ends_by";
        parameters.emplace_back("ends_by", *filter.ends_by);
    }
    sql += " order by case when not_after is null then 1 else 0 end, not_after, tenant, service, name";
    std::vector<InventoryItem> items;
    for (const Row& row : transaction.rows(sql, parameters))
        if (filter.page == nullptr || filter.page->find(row.text("tenant")) != nullptr)
            items.push_back(item_of(row));
    return items;
}

}  // namespace mdm::store
