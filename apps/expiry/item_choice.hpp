// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"
#include "cli/parser.hpp"
#include "store/inventory.hpp"
#include "store/tenants.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// What the commands on one thing of the inventory share.
namespace mdm::apps {

/// Which thing a command is about.
struct ItemChoice {
    std::string name;
    bool shared = false;  ///< the store's own, which all tenants use
};
/// NAME, --shared
void declare_item_choice(cli::Parser& p, ItemChoice& choice);

struct ItemMeant {
    std::optional<store::Tenant> tenant;  ///< nullopt: it is the store's own
    store::InventoryItem item;
};
/// throws  bad_usage: --shared and --tenant; and what tenant_meant() and item_meant() throw
ItemMeant item_chosen(store::Transaction& transaction, const cli::Settings& settings, const ItemChoice& choice);

/// Tenant, service, name, expires and days_left: what every answer on one thing begins with.
cli::Record item_record(const ItemMeant& meant, Time now);

/// "'acme' apns/default", for messages; "apns-vendor/0a1b" of the store's own.
std::string called(const ItemMeant& meant);

/// Changes what is known of one thing, with the event of its tenant.
cli::Result changing_item(cli::World& world, std::string command, const ItemChoice& choice,
                          const std::function<cli::Result(access::Changing&, const ItemMeant&)>& act);

/// What all of them may end with.
inline constexpr ErrorCode item_codes[] = {ErrorCode::no_such_item, ErrorCode::item_ambiguous,
                                           ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store};

}  // namespace mdm::apps
