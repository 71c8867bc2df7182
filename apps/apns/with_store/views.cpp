// SPDX-License-Identifier: Apache-2.0
// list, show, history: what is read without any key.
#include "access/tenant_choice.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"

#include <memory>

namespace mdm::apps {
namespace {

struct ListOptions {
    access::TenantChoice tenants;
    bool removed = false;
};

/// A page of tenants after the other, so that the memory does not grow with their number.
class Listing {
public:
    Listing(cli::World& world, const ListOptions& o)
        : now_(world.clock.now()),
          removed_(o.removed),
          store_(access::open_store(world, {apns::room()})),
          transaction_(store_.read()),
          tenants_(access::chosen_tenants(transaction_, world.settings, o.tenants)) {}

    std::optional<cli::Record> next() {
        while (at_ == waiting_.size()) {
            const store::TenantPage page = tenants_.next();
            if (page.empty())
                return std::nullopt;
            take(page);
        }
        return std::move(waiting_[at_++]);
    }

private:
    void take(const store::TenantPage& page) {
        waiting_.clear();
        at_ = 0;
        const auto trees = store::policy_trees(transaction_, page);
        for (const auto& held : apns::held_certificates(transaction_, page))
            if (removed_ || !held.removed_at)
                waiting_.push_back(held_record(trees.at(held.tenant), page.by_id(held.tenant), held, now_));
    }

    Time now_;
    bool removed_;
    store::Store store_;
    store::Transaction transaction_;
    store::TenantPages tenants_;
    std::vector<cli::Record> waiting_;
    std::size_t at_ = 0;
};

cli::Result list(cli::World& world, const ListOptions& o) {
    const auto listing = std::make_shared<Listing>(world, o);
    return cli::Rows{"certificates", held_columns(), [listing] { return listing->next(); }};
}

struct NameOptions {
    std::string name;
};

cli::Result show(cli::World& world, const NameOptions& o) {
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const auto held = apns::certificate_meant(transaction, tenant, o.name, store::Removed::included);
    return held_record(transaction, tenant, held, world.clock.now());
}

cli::Result history(cli::World& world, const NameOptions& o) {
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const auto held = apns::certificate_meant(transaction, tenant, o.name, store::Removed::included);
    std::vector<cli::Record> rows;
    for (const apns::Change& change : apns::changes(transaction, held.id))
        rows.push_back({{"at", change.at},
                        {"event", change.event},
                        {"actor", change.actor},
                        {"serial", change.version.serial},
                        {"not_before", change.version.not_before},
                        {"not_after", change.version.not_after},
                        {"topic", change.version.topic},
                        {"key", change.version.is_held() ? "held" : "tracked"},
                        {"current", change.version.id == held.current.id}});
    return cli::Rows::of("events", {"at", "event", "actor", "serial", "not_after", "key", "current"}, std::move(rows));
}

const std::vector<ErrorCode>& codes_of_reading() {
    static const std::vector<ErrorCode> codes{ErrorCode::no_such_certificate, ErrorCode::certificate_ambiguous,
                                              ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                                              ErrorCode::no_store};
    return codes;
}

}  // namespace

cli::Command list_command() {
    return cli::command<ListOptions>({
        .name = "list",
        .summary = "List the push certificates of a tenant, or of all",
        .details =
            "By tenant and name. state is valid, expiring (from the first reminder day on), expired or removed; key is "
            "held, or tracked when another MDM server has it. No key is needed; nothing is changed.",
        .options =
            [](cli::Parser& p, ListOptions& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.flag("--removed", o.removed, "those that were removed as well");
            },
        .run = list,
        .examples = {{"mdmctl apns list --all-tenants", "Every customer's"},
                     {"mdmctl apns list --all-tenants --label region=north", "Those of some of them"},
                     {"mdmctl apns list --all-tenants --output jsonl | jq -r 'select(.days_left < 30) | .tenant'",
                      "Whose ends soon"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

cli::Command show_command() {
    return cli::command<NameOptions>({
        .name = "show",
        .summary = "Show the current push certificate of a tenant",
        .details = "What the portal's row, the MDM server's console and the devices must agree with: topic, serial, "
                   "dates, Apple Account. renewable_until is 30 days behind the end, by the portal's custom. No key "
                   "is needed; nothing is changed.",
        .options = [](cli::Parser& p, NameOptions& o) { declare_name(p, o.name); },
        .run = show,
        .examples = {{"mdmctl apns show --tenant acme", "The current one"}},
        .codes = codes_of_reading(),
    });
}

cli::Command history_command() {
    return cli::command<NameOptions>({
        .name = "history",
        .summary = "Show what was the current push certificate when, and through whom",
        .details = "Oldest first: import, track, renew, replace, rollback, remove, restore. Every certificate that "
                   "was ever current is kept, and its key with it.",
        .options = [](cli::Parser& p, NameOptions& o) { declare_name(p, o.name); },
        .run = history,
        .examples = {{"mdmctl apns history --tenant acme", "All its years"}},
        .codes = codes_of_reading(),
    });
}

}  // namespace mdm::apps
