// SPDX-License-Identifier: Apache-2.0
#include "expiry/item_choice.hpp"

#include "expiry/item_meant.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {

void declare_item_choice(cli::Parser& p, ItemChoice& choice) {
    p.positional("NAME", choice.name, "its name; SERVICE/NAME where several things have one, as in apns/default")
        .required();
    p.flag("--shared", choice.shared, "it is the store's own, which all tenants use: a vendor certificate");
}

ItemMeant item_chosen(store::Transaction& transaction, const cli::Settings& settings, const ItemChoice& choice) {
    if (choice.shared && settings.tenant_named)
        throw Error{ErrorCode::bad_usage, "--shared and --tenant do not go together",
                    "what is the store's own belongs to no tenant"};
    std::optional<store::Tenant> tenant;
    if (!choice.shared)
        tenant = store::tenant_meant(transaction, settings.tenant);
    store::InventoryItem item = expiry::item_meant(transaction, tenant, choice.name);
    return {std::move(tenant), std::move(item)};
}

cli::Record item_record(const ItemMeant& meant, Time now) {
    const std::optional<Time>& end = meant.item.not_after;
    return {{"tenant", meant.tenant ? std::optional(meant.tenant->name) : std::nullopt},
            {"service", meant.item.service},
            {"name", meant.item.name},
            {"expires", end},
            {"days_left", end ? std::optional(days_between(now, *end)) : std::nullopt}};
}

std::string called(const ItemMeant& meant) {
    const std::string name = expiry::full_name(meant.item);
    return meant.tenant ? fmt::format("{} of '{}'", name, meant.tenant->name) : name;
}

cli::Result changing_item(cli::World& world, std::string command, const ItemChoice& choice,
                          const std::function<cli::Result(access::Changing&, const ItemMeant&)>& act) {
    const access::Work work{.command = std::move(command),
                            .object = fmt::format("item {}", choice.name),
                            .rooms = every_room(),
                            .on_store = choice.shared};
    return access::changing(world, work, [&](access::Changing& run) -> cli::Result {
        const ItemMeant meant = item_chosen(run.transaction(), world.settings, choice);
        run.about(fmt::format("item {}", expiry::full_name(meant.item)));
        return act(run, meant);
    });
}

}  // namespace mdm::apps
