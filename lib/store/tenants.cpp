// SPDX-License-Identifier: Apache-2.0
#include "store/tenants.hpp"

#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr std::string_view all_columns = "id, name, display_name, external_id, created_at, removed_at";

Tenant tenant_of(const Row& row) {
    return {.id = row.text("id"),
            .name = row.text("name"),
            .display_name = row.maybe_text("display_name").value_or(""),
            .external_id = row.maybe_text("external_id").value_or(""),
            .created_at = row.time("created_at"),
            .removed_at = row.maybe_time("removed_at")};
}

void insert_policy(Transaction& transaction, const Value& tenant, const Value& parent, Time now) {
    transaction.run(
        "insert into policies (id, tenant, parent, name, created_at) values (:id, :tenant, :parent, :name, :now)",
        {{"id", crypto::random_uuid()},
         {"tenant", tenant},
         {"parent", parent},
         {"name", root_policy_name},
         {"now", now}});
}

}  // namespace

void add_root_policy(Transaction& transaction, Time now) {
    insert_policy(transaction, std::nullopt, std::nullopt, now);
}

std::string store_root_policy(Transaction& transaction) {
    const auto row = transaction.row("select id from policies where tenant is null and parent is null");
    if (!row)
        throw Error{ErrorCode::store_damaged, "the store has no root policy"};
    return row->text("id");
}

Tenant add_tenant(Transaction& transaction, const NewTenant& tenant, Time now) {
    judge_given_name(tenant.name, "the tenant's name");
    if (!tenant.display_name.empty())
        judge_given_name(tenant.display_name, "the display name");
    if (const auto there = tenant_named(transaction, tenant.name))
        throw Error{
            ErrorCode::tenant_exists,
            fmt::format("there is a tenant '{}' {}", tenant.name, there->removed_at ? "that was removed" : "already"),
            there->removed_at ? "mdmctl tenant restore brings it back" : ""};
    const std::string id = crypto::random_uuid();
    transaction.run(
        "insert into tenants (id, name, display_name, external_id, created_at) "
        "values (:id, :name, :display_name, :external_id, :now)",
        {{"id", id},
         {"name", tenant.name},
         {"display_name", none_if_empty(tenant.display_name)},
         {"external_id", none_if_empty(tenant.external_id)},
         {"now", now}});
    insert_policy(transaction, id, store_root_policy(transaction), now);
    return {id, tenant.name, tenant.display_name, tenant.external_id, now, std::nullopt};
}

std::vector<Tenant> tenants(Transaction& transaction, Removed removed) {
    std::vector<Tenant> all;
    for (const Row& row : transaction.rows(fmt::format("select {} from tenants order by name", all_columns)))
        if (removed == Removed::included || !row.value("removed_at"))
            all.push_back(tenant_of(row));
    return all;
}

std::optional<Tenant> tenant_named(Transaction& transaction, std::string_view name) {
    const auto row =
        transaction.row(fmt::format("select {} from tenants where name = :name", all_columns), {{"name", name}});
    if (!row)
        return std::nullopt;
    return tenant_of(*row);
}

Tenant tenant_meant(Transaction& transaction, std::string_view name) {
    if (!name.empty()) {
        const auto found = tenant_named(transaction, name);
        if (found && !found->removed_at)
            return *found;
        throw Error{ErrorCode::no_such_tenant,
                    fmt::format("there is no tenant '{}'{}", name, found ? " any more: it was removed" : ""),
                    found ? "mdmctl tenant restore brings it back" : "mdmctl tenant list"};
    }
    // Two rows are enough to know; a store may have ten thousand.
    const auto some = transaction.rows(
        fmt::format("select {} from tenants where removed_at is null order by name limit 2", all_columns));
    if (some.empty())
        throw Error{ErrorCode::no_such_tenant, fmt::format("the store '{}' has no tenant yet", transaction.shown()),
                    "mdmctl tenant add NAME"};
    if (some.size() > 1)
        throw Error{ErrorCode::tenant_not_named, "the store has several tenants, and none was named",
                    "--tenant T or MDMCTL_TENANT name one; mdmctl tenant list"};
    return tenant_of(some.front());
}

std::string root_policy(Transaction& transaction, std::string_view tenant_id) {
    const auto row = transaction.row("select id from policies where tenant = :tenant and name = :name",
                                     {{"tenant", tenant_id}, {"name", root_policy_name}});
    if (!row)
        throw Error{ErrorCode::store_damaged, fmt::format("the tenant '{}' has no root policy", tenant_id)};
    return row->text("id");
}

std::string policy_name(Transaction& transaction, std::string_view policy) {
    const auto row = transaction.row("select name from policies where id = :id", {{"id", policy}});
    if (!row)
        throw Error{ErrorCode::store_damaged, fmt::format("there is no policy '{}'", policy)};
    return row->text("name");
}

std::optional<std::string> policy_tenant(Transaction& transaction, std::string_view policy) {
    const auto row = transaction.row("select t.name from policies p join tenants t on t.id = p.tenant where p.id = :id",
                                     {{"id", policy}});
    return row ? std::optional(row->text("name")) : std::nullopt;
}

}  // namespace mdm::store
