// SPDX-License-Identifier: Apache-2.0
// list, show, history: what is read without any key.
#include "access/tenant_choice.hpp"
#include "base/text.hpp"
#include "dep/tenant_findings.hpp"
#include "dep/token_key.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/token_session.hpp"

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
          store_(open_dep_store(world)),
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
        for (const auto& held : dep::held_tokens(transaction_, page))
            if (removed_ || !held.removed_at)
                waiting_.push_back(token_record(trees.at(held.tenant), page.by_id(held.tenant), held, now_));
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
    return cli::Rows{"tokens", token_columns(), [listing] { return listing->next(); }};
}

struct NameOptions {
    std::string name;
};

/// The keys for its name, newest first.
std::vector<cli::Record> keys_of(store::Transaction& transaction, const dep::HeldToken& held) {
    std::vector<cli::Record> keys;
    for (const dep::TokenKey& key : dep::token_keys(transaction, held.tenant))
        if (key.name == held.name || key.id == held.current.key)
            keys.push_back({{"serial", key.certificate.serial()},
                            {"role", dep::name(dep::role_of(transaction, key))},
                            {"key", key.key_secret ? "held" : "tracked"},
                            {"created_at", key.created_at},
                            {"promoted_at", key.promoted_at}});
    return keys;
}

cli::Result show(cli::World& world, const NameOptions& o) {
    store::Store store = open_dep_store(world);
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const auto held = dep::token_meant(transaction, tenant, o.name, store::Removed::included);
    cli::Record record = token_record(transaction, tenant, held, world.clock.now());
    const bool over = held.removed_at || held.standing != dep::Standing::good;
    record.add({"ends_sooner_when", over ? std::vector<std::string>{} : dep::ends_sooner()});
    record.add({"keys", keys_of(transaction, held)});
    std::vector<Finding> findings;
    if (auto standing = dep::standing_finding(held, tenant.name))
        findings.push_back(std::move(*standing));
    if (auto unproven = dep::unproven_finding(held, tenant.name))
        findings.push_back(std::move(*unproven));
    record.add({"findings", findings});
    return record;
}

cli::Result history(cli::World& world, const NameOptions& o) {
    store::Store store = open_dep_store(world);
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const auto held = dep::token_meant(transaction, tenant, o.name, store::Removed::included);
    std::vector<cli::Record> rows;
    for (const dep::Change& change : dep::changes(transaction, held.id))
        rows.push_back({{"at", change.at},
                        {"event", change.event},
                        {"actor", change.actor},
                        {"consumer_key", change.version.consumer_key},
                        {"server_name", none_if_empty(change.version.service.server_name)},
                        {"server_uuid", none_if_empty(change.version.service.server_uuid)},
                        {"access_token_expiry", change.version.access_token_expiry},
                        {"key", change.version.is_held() ? "held" : "tracked"},
                        {"current", change.version.id == held.current.id}});
    return cli::Rows::of("events", {"at", "event", "actor", "access_token_expiry", "key", "current"}, std::move(rows));
}

const std::vector<ErrorCode>& codes_of_reading() {
    static const std::vector<ErrorCode> codes{ErrorCode::no_such_token, ErrorCode::token_ambiguous,
                                              ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                                              ErrorCode::no_store};
    return codes;
}

}  // namespace

cli::Command dep_list_command() {
    return cli::command<ListOptions>({
        .name = "list",
        .summary = "List the server tokens of a tenant, or of all",
        .details =
            "By tenant and name. state is valid, expiring (from the first reminder day on), expired, superseded (a "
            "newer one was downloaded), rejected, terms_not_accepted or removed: what Apple said last, when it was "
            "asked; action is what to do. No key is needed, nobody is asked, nothing is changed.",
        .options =
            [](cli::Parser& p, ListOptions& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.flag("--removed", o.removed, "those that were removed as well");
            },
        .run = list,
        .examples = {{"mdmctl dep list --all-tenants", "Every customer's"},
                     {"mdmctl dep list --all-tenants --output jsonl | jq -r 'select(.state != \"valid\") | .tenant'",
                      "Whose does not work?"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

cli::Command dep_show_command() {
    return cli::command<NameOptions>({
        .name = "show",
        .summary = "Show a tenant's server token: its service, its end, and what else ends it",
        .details = "What Apple said last, with what to do; mdmctl dep account asks anew. Beside the date stands what "
                   "ends a token sooner, and the keys that were made for it. No key is needed, nobody is asked, "
                   "nothing is changed.",
        .options = [](cli::Parser& p, NameOptions& o) { declare_token_name(p, o.name); },
        .run = show,
        .examples = {{"mdmctl dep show --tenant acme", "How does it stand?"}},
        .codes = codes_of_reading(),
    });
}

cli::Command dep_history_command() {
    return cli::command<NameOptions>({
        .name = "history",
        .summary = "Show what was the current server token when, and through whom",
        .details = "Oldest first: import, track, renew, replace, remove, restore. Every token that was ever current "
                   "is kept, though Apple has ended it.",
        .options = [](cli::Parser& p, NameOptions& o) { declare_token_name(p, o.name); },
        .run = history,
        .examples = {{"mdmctl dep history --tenant acme", "All its years"}},
        .codes = codes_of_reading(),
    });
}

}  // namespace mdm::apps
