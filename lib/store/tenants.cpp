// SPDX-License-Identifier: Apache-2.0
#include "store/tenants.hpp"

#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "store/tenant_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr std::string_view all_columns =
    "id, name, display_name, external_id, note, mdm, uses, created_at, removed_at, purged_at, handed_over_at, "
    "handed_over_to";

std::vector<std::string> words_of(const Value& text) {
    std::vector<std::string> words;
    if (text)
        for (const std::string_view word : split(*text, ','))
            words.emplace_back(word);
    return words;
}

Tenant tenant_of(const Row& row) {
    return {.id = row.text("id"),
            .name = row.text("name"),
            .display_name = row.maybe_text("display_name").value_or(""),
            .external_id = row.maybe_text("external_id").value_or(""),
            .note = row.value("note").value_or(""),
            .mdm = row.value("mdm").value_or(""),
            .uses = words_of(row.value("uses")),
            .created_at = row.time("created_at"),
            .removed_at = row.maybe_time("removed_at"),
            .purged_at = row.maybe_time("purged_at"),
            .handed_over_at = row.maybe_time("handed_over_at"),
            .handed_over_to = row.value("handed_over_to").value_or("")};
}

Error taken(const Tenant& there) {
    if (!there.removed_at)
        return {ErrorCode::tenant_exists, fmt::format("there is a tenant '{}' already", there.name),
                "mdmctl tenant list"};
    return {ErrorCode::tenant_exists, fmt::format("there is a tenant '{}' that was removed", there.name),
            there.purged_at ? fmt::format("mdmctl tenant rename {} NAME makes the name free", shell_quoted(there.name))
                            : fmt::format("mdmctl tenant restore {} brings it back", shell_quoted(there.name))};
}

}  // namespace

Tenant add_tenant(Transaction& transaction, const NewTenant& tenant, Time now) {
    judge_given_name(tenant.name, "the tenant's name");
    if (!tenant.display_name.empty())
        judge_given_name(tenant.display_name, "the display name");
    if (!tenant.external_id.empty())
        judge_given_name(tenant.external_id, "the external id");
    if (const auto there = tenant_named(transaction, tenant.name))
        throw taken(*there);
    const std::string id = crypto::random_uuid();
    transaction.run(
        "insert into tenants (id, name, display_name, external_id, created_at) "
        "values (:id, :name, :display_name, :external_id, :now)",
        {{"id", id},
         {"name", tenant.name},
         {"display_name", none_if_empty(tenant.display_name)},
         {"external_id", none_if_empty(tenant.external_id)},
         {"now", now}});
    add_tenant_root(transaction, id, now);
    return {.id = id,
            .name = tenant.name,
            .display_name = tenant.display_name,
            .external_id = tenant.external_id,
            .created_at = now};
}

std::string_view Tenant::state() const {
    if (purged_at)
        return "purged";
    if (removed_at)
        return "removed";
    return handed_over_at ? "handed_over" : "active";
}

void update(Transaction& transaction, const Tenant& tenant) {
    transaction.run(
        "update tenants set name = :name, display_name = :display_name, external_id = :external_id, note = :note, "
        "mdm = :mdm, uses = :uses, removed_at = :removed_at, purged_at = :purged_at, handed_over_at = :handed_over_at, "
        "handed_over_to = :handed_over_to where id = :id",
        {{"name", tenant.name},
         {"display_name", none_if_empty(tenant.display_name)},
         {"external_id", none_if_empty(tenant.external_id)},
         {"note", none_if_empty(tenant.note)},
         {"mdm", none_if_empty(tenant.mdm)},
         {"uses", none_if_empty(joined(tenant.uses, ","))},
         {"removed_at", tenant.removed_at},
         {"purged_at", tenant.purged_at},
         {"handed_over_at", tenant.handed_over_at},
         {"handed_over_to", none_if_empty(tenant.handed_over_to)},
         {"id", tenant.id}});
}

std::vector<std::string> parse_services(std::string_view text) {
    std::vector<std::string> services;
    if (text == "none")
        return services;
    for (const std::string_view part : split(text, ',')) {
        const std::string word(trimmed(part));
        if (std::find(known_services.begin(), known_services.end(), word) == known_services.end())
            throw Error{ErrorCode::bad_usage, fmt::format("there is no service '{}'", word),
                        fmt::format("{}, or none", fmt::join(known_services, ","))};
        if (std::find(services.begin(), services.end(), word) == services.end())
            services.push_back(word);
    }
    return services;
}

void rename_tenant(Transaction& transaction, Tenant& tenant, const std::string& name) {
    judge_given_name(name, "the tenant's name");
    if (name == tenant.name)
        return;
    if (const auto there = tenant_named(transaction, name))
        throw taken(*there);
    tenant.name = name;
    update(transaction, tenant);
}

Label Label::parse(std::string_view text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos || sign == 0)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no label", text), "KEY=VALUE, as in region=north"};
    Label label{std::string(text.substr(0, sign)), std::string(text.substr(sign + 1))};
    judge_given_name(label.key, "the label's key");
    if (!label.value.empty())
        judge_given_name(label.value, "the label's value");
    return label;
}

std::vector<Label> labels(Transaction& transaction, std::string_view tenant_id) {
    std::vector<Label> all;
    for (const Row& row : transaction.rows("select key, value from tenant_labels where tenant = :tenant order by key",
                                           {{"tenant", tenant_id}}))
        all.push_back({row.text("key"), row.text("value")});
    return all;
}

std::map<std::string, std::vector<Label>> labels(Transaction& transaction, const TenantPage& page) {
    std::map<std::string, std::vector<Label>> all;
    for (const Row& row : transaction.rows("select l.tenant, l.key, l.value from tenant_labels l "
                                           "join tenants t on t.id = l.tenant "
                                           "where t.name between :first and :last order by l.tenant, l.key",
                                           page.bounds()))
        all[row.text("tenant")].push_back({row.text("key"), row.text("value")});
    return all;
}

void set_label(Transaction& transaction, std::string_view tenant_id, const Label& label) {
    if (label.value.empty()) {
        transaction.run("delete from tenant_labels where tenant = :tenant and key = :key",
                        {{"tenant", tenant_id}, {"key", label.key}});
        return;
    }
    transaction.run(
        "insert into tenant_labels (tenant, key, value) values (:tenant, :key, :value) "
        "on conflict (tenant, key) do update set value = excluded.value",
        {{"tenant", tenant_id}, {"key", label.key}, {"value", label.value}});
}

void each_tenant(Transaction& transaction, const TenantFilter& filter, const std::function<void(const Tenant&)>& take) {
    std::string sql = fmt::format("select {} from tenants where 1 = 1", all_columns);
    Parameters parameters;
    if (filter.removed == Removed::left_out)
        sql += " and removed_at is null";
    for (std::size_t i = 0; i < filter.labels.size(); ++i) {
        sql += fmt::format(
            " and exists (select 1 from tenant_labels l where l.tenant = tenants.id and l.key = :key{0} "
            "and l.value = :value{0})",
            i);
        parameters.emplace_back(fmt::format("key{}", i), filter.labels[i].key);
        parameters.emplace_back(fmt::format("value{}", i), filter.labels[i].value);
    }
    if (!filter.behind.empty()) {
        sql += " and name > :behind";
        parameters.emplace_back("behind", filter.behind);
    }
    sql += " order by name";
    if (filter.limit != 0)
        sql += fmt::format(" limit {}", filter.limit);
    transaction.prepare(sql).each(parameters, [&](const Row& row) {
        take(tenant_of(row));
        return true;
    });
}

std::vector<Tenant> tenants(Transaction& transaction, const TenantFilter& filter) {
    std::vector<Tenant> all;
    each_tenant(transaction, filter, [&](const Tenant& tenant) { all.push_back(tenant); });
    return all;
}

std::optional<Tenant> tenant_by_id(Transaction& transaction, std::string_view id) {
    const auto row = transaction.row(fmt::format("select {} from tenants where id = :id", all_columns), {{"id", id}});
    return row ? std::optional(tenant_of(*row)) : std::nullopt;
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
                    found && !found->purged_at ? "mdmctl tenant restore brings it back" : "mdmctl tenant list"};
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

void refuse_handed_over(const Tenant& tenant) {
    if (!tenant.handed_over_at)
        return;
    throw Error{ErrorCode::handed_over,
                fmt::format("the tenant '{}' was handed over on {}{}: another store looks after it", tenant.name,
                            to_rfc3339(*tenant.handed_over_at),
                            tenant.handed_over_to.empty() ? "" : " for " + tenant.handed_over_to),
                fmt::format("mdmctl tenant restore {} takes it back", shell_quoted(tenant.name))};
}

Tenant tenant_to_change(Transaction& transaction, std::string_view name) {
    Tenant tenant = tenant_meant(transaction, name);
    refuse_handed_over(tenant);
    return tenant;
}

bool has_tenants(Transaction& transaction) {
    return !transaction.rows("select id from tenants where removed_at is null limit 1").empty();
}

bool has_several_tenants(Transaction& transaction) {
    return transaction.rows("select id from tenants where removed_at is null limit 2").size() > 1;
}

}  // namespace mdm::store
