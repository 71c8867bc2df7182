// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "base/text.hpp"
#include "policy/commands.hpp"
#include "policy/explanation.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {};

cli::Record line(store::Transaction& transaction, const apns::Assignments& assignments, const store::Tenant& tenant,
                 const store::Policy& policy, std::string tree, Time now) {
    const apns::HeldCertificate* held = assignments.effective(policy);
    const store::Policy* carrier = assignments.carrier(policy);
    std::vector<std::string> contacts;
    for (const store::Contact& contact : store::contacts(transaction, policy.id))
        contacts.push_back(contact.address);
    const auto& days = policy.settings.remind_days;
    const bool of_store = !policy.tenant;
    return {{"tree", std::move(tree)},
            {"tenant", of_store ? std::nullopt : std::optional(tenant.name)},
            {"policy", policy.name},
            {"parent", policy.parent ? std::optional(assignments.tree().by_id(*policy.parent).name) : std::nullopt},
            {"push_certificate", held ? std::optional(held->name) : std::nullopt},
            {"state", held ? std::optional(apns::state_of(assignments.tree(), *held, now)) : std::nullopt},
            {"from", carrier ? std::optional(carrier->name) : std::nullopt},
            {"topic", held ? std::optional(held->current.topic) : std::nullopt},
            {"contacts", std::move(contacts)},
            {"remind_days", days.empty() ? std::nullopt : std::optional(fmt::format("{}", fmt::join(days, ",")))}};
}

class Drawing {
public:
    Drawing(store::Transaction& transaction, const store::Tenant& tenant, Time now)
        : transaction_(transaction), tenant_(tenant), now_(now), assignments_(transaction, tenant) {}

    std::vector<cli::Record> lines() {
        add(assignments_.tree().store_root(), std::string(store::root_policy_name));
        add_below(assignments_.tree().store_root(), "");
        return std::move(lines_);
    }

private:
    void add(const store::Policy& policy, std::string drawn) {
        lines_.push_back(line(transaction_, assignments_, tenant_, policy, std::move(drawn), now_));
    }

    void add_below(const store::Policy& policy, const std::string& indent) {
        const auto children = assignments_.tree().children(policy);
        for (std::size_t i = 0; i < children.size(); ++i) {
            const bool last = i + 1 == children.size();
            const std::string name = children[i]->is_root() ? tenant_.name : children[i]->name;
            add(*children[i], indent + (last ? "└─ " : "├─ ") + name);
            add_below(*children[i], indent + (last ? "   " : "│  "));
        }
    }

    store::Transaction& transaction_;
    const store::Tenant& tenant_;
    Time now_;
    apns::Assignments assignments_;
    std::vector<cli::Record> lines_;
};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    return cli::Rows::of("policies", {"tree", "push_certificate", "state", "from", "contacts", "remind_days"},
                         Drawing(transaction, tenant, world.clock.now()).lines());
}

}  // namespace

cli::Command policy_tree_command() {
    return cli::command<Options>({
        .name = "tree",
        .summary = "Draw the policies of a tenant, below the store's root",
        .details = "Each with the push certificate that its devices get (they stay bound to one that was removed), "
                   "which policy that is from, and the contacts and "
                   "reminder days that it says itself. The tenant's root policy is drawn by the tenant's name; in JSON "
                   "it is / as the store's root is, whose tenant is null. policy show explains one.",
        .run = run,
        .examples = {{"mdmctl policy tree --tenant acme", "Who gets what"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
