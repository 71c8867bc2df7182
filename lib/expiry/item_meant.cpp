// SPDX-License-Identifier: Apache-2.0
#include "expiry/item_meant.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::expiry {
namespace {

using store::InventoryItem;

/// How many of those that a person can mean are shown: more is no help.
constexpr std::size_t shown = 10;

std::string listed(const std::vector<const InventoryItem*>& items) {
    std::vector<std::string> names;
    for (const InventoryItem* item : items)
        if (names.size() < shown)
            names.push_back(shell_quoted(full_name(*item)));
    return joined(names, ", ") + (items.size() > shown ? fmt::format(" and {} more", items.size() - shown) : "");
}

std::vector<const InventoryItem*> all_of(const std::vector<InventoryItem>& items) {
    std::vector<const InventoryItem*> all;
    for (const InventoryItem& item : items)
        all.push_back(&item);
    return all;
}

}  // namespace

std::string full_name(const InventoryItem& item) { return fmt::format("{}/{}", item.service, item.name); }

const InventoryItem* item_named(const std::vector<InventoryItem>& items, std::string_view name) {
    // The closest way to mean one first: an id or a full name is never ambiguous, a name is before a service.
    using Fits = bool (*)(const InventoryItem&, std::string_view);
    constexpr Fits ways[] = {[](const InventoryItem& item, std::string_view n) { return item.id == n; },
                             [](const InventoryItem& item, std::string_view n) { return full_name(item) == n; },
                             [](const InventoryItem& item, std::string_view n) { return item.name == n; },
                             [](const InventoryItem& item, std::string_view n) { return item.service == n; }};
    for (const Fits fits : ways) {
        std::vector<const InventoryItem*> found;
        for (const InventoryItem& item : items)
            if (fits(item, name))
                found.push_back(&item);
        if (found.size() > 1)
            throw Error{ErrorCode::item_ambiguous, fmt::format("'{}' can be several things", name),
                        fmt::format("name one of {}", listed(found))};
        if (!found.empty())
            return found.front();
    }
    return nullptr;
}

InventoryItem item_meant(store::Transaction& transaction, const std::optional<store::Tenant>& tenant,
                         std::string_view name) {
    const store::InventoryFilter filter =
        tenant ? store::InventoryFilter{.tenant = tenant->id} : store::InventoryFilter{.of_store = true};
    const std::vector<InventoryItem> items = store::inventory(transaction, filter);
    if (const InventoryItem* item = item_named(items, name))
        return *item;
    if (tenant && item_named(store::inventory(transaction, {.of_store = true}), name) != nullptr)
        throw Error{ErrorCode::no_such_item,
                    fmt::format("the tenant '{}' has nothing that is called '{}', and the store itself has",
                                tenant->name, name),
                    "--shared means what all tenants use"};
    const std::string whose = tenant ? fmt::format("the tenant '{}' has", tenant->name) : "the store itself has";
    throw Error{ErrorCode::no_such_item, fmt::format("{} nothing that is called '{}'", whose, name),
                items.empty() ? "there is nothing yet: mdmctl expiry add, mdmctl apns import"
                              : fmt::format("there is {}", listed(all_of(items)))};
}

}  // namespace mdm::expiry
