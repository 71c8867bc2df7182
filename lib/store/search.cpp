// SPDX-License-Identifier: Apache-2.0
#include "store/search.hpp"

#include "base/error.hpp"
#include "store/inventory.hpp"
#include "store/policies.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr std::string_view service = "tenant";

/// Of a tenant the first field that has it, in this order.
std::optional<Found> find_in(const Tenant& tenant, const SearchText& text) {
    struct Field {
        std::string_view name;
        const std::string& value;
    };
    const std::array fields{Field{"tenant", tenant.name}, Field{"display_name", tenant.display_name},
                            Field{"external_id", tenant.external_id}, Field{"note", tenant.note}};
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return text.is_in(f.value); });
    if (field == fields.end())
        return std::nullopt;
    return Found{.tenant = tenant.id,
                 .service = std::string(service),
                 .matched = std::string(field->name),
                 .value = field->value,
                 .state = std::string(tenant.state())};
}

Found contact_found(const Row& row, std::string state) {
    return {.tenant = row.value("tenant").value_or(""),
            .service = std::string(service),
            .name = row.text("policy"),
            .matched = "contact",
            .value = row.text("address"),
            .state = std::move(state)};
}

/// Where the text is, and what stands there.
std::optional<std::pair<std::string, std::string>> match_in(const InventoryItem& item, const SearchText& text) {
    if (text.begins(*item.not_after))
        return std::pair("not_after", to_rfc3339(*item.not_after));
    if (!item.account.empty() && text.is_in(item.account))
        return std::pair("account", item.account);
    if (text.is_in(item.name))
        return std::pair("name", item.name);
    return std::nullopt;
}

}  // namespace

std::string state_within(const Tenant& tenant, std::string_view own_state) {
    return std::string(tenant.state() == "active" ? own_state : tenant.state());
}

std::vector<Found> find_tenants(Transaction& transaction, const SearchText& text, const TenantPage& page) {
    std::vector<Found> all;
    for (const Tenant& tenant : page.tenants())
        if (auto found = find_in(tenant, text))
            all.push_back(std::move(*found));
    for (const Row& row : transaction.rows("select l.tenant, l.key, l.value from tenant_labels l "
                                           "join tenants t on t.id = l.tenant "
                                           "where t.name between :first and :last order by t.name, l.key",
                                           page.bounds())) {
        std::string label = row.text("key") + "=" + row.text("value");
        if (text.is_in(label))
            all.push_back({.tenant = row.text("tenant"),
                           .service = std::string(service),
                           .matched = "label",
                           .value = std::move(label),
                           .state = std::string(page.by_id(row.text("tenant")).state())});
    }
    for (const Row& row : transaction.rows("select p.tenant, p.name as policy, c.address from contacts c "
                                           "join policies p on p.id = c.policy join tenants t on t.id = p.tenant "
                                           "where t.name between :first and :last order by t.name, p.name, c.address",
                                           page.bounds()))
        if (text.is_in(row.text("address")))
            all.push_back(contact_found(row, std::string(page.by_id(row.text("tenant")).state())));
    return all;
}

std::vector<Found> find_in_inventory(Transaction& transaction, const SearchText& text, const TenantPage& page,
                                     const std::vector<std::string_view>& searched, Time now) {
    std::vector<Found> all;
    for (const InventoryItem& item : inventory(transaction, {.page = &page, .removed = Removed::included})) {
        if (std::find(searched.begin(), searched.end(), item.service) != searched.end() || !item.not_after)
            continue;
        const auto matched = match_in(item, text);
        if (!matched)
            continue;
        all.push_back({.tenant = item.tenant,
                       .service = item.service,
                       .name = item.name,
                       .matched = matched->first,
                       .value = matched->second,
                       .not_after = item.not_after,
                       .state = state_within(page.by_id(item.tenant), now > *item.not_after ? "expired" : "valid")});
    }
    return all;
}

std::vector<Found> find_in_store(Transaction& transaction, const SearchText& text) {
    std::vector<Found> all;
    for (const Row& row : transaction.rows("select p.tenant, p.name as policy, c.address from contacts c "
                                           "join policies p on p.id = c.policy where p.tenant is null "
                                           "order by c.address"))
        if (text.is_in(row.text("address")))
            all.push_back(contact_found(row, "active"));
    return all;
}

}  // namespace mdm::store
