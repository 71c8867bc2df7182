// SPDX-License-Identifier: Apache-2.0
// contact add, list, remove
#include "access/changing.hpp"
#include "access/policy_meant.hpp"
#include "base/json_object.hpp"
#include "tenant/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string address;
    std::string policy;
};

cli::Record record_of(const access::PolicyMeant& meant, const std::string& address, bool changed) {
    return {{"tenant", meant.tenant ? std::optional(meant.tenant->name) : std::nullopt},
            {"policy", meant.policy.name},
            {"address", address},
            {"changed", changed}};
}

access::Work work_of(const cli::World& world, std::string command, const Options& o) {
    return {.command = std::move(command),
            .object = fmt::format("contact {}", o.address),
            .on_store = access::is_store_root(world.settings, o.policy)};
}

std::string of_whom(const access::PolicyMeant& meant) {
    return meant.tenant ? fmt::format("of '{}'", meant.tenant->name) : "of all tenants";
}

std::string value_of(const access::PolicyMeant& meant, const std::string& address) {
    return json_object({{"policy", meant.policy.name}, {"address", address}});
}

cli::Result add(cli::World& world, const Options& o) {
    return access::changing(world, work_of(world, "tenant contact add", o), [&](access::Changing& run) -> cli::Result {
        const auto meant = access::policy_meant(run.transaction(), world.settings, o.policy);
        const bool changed = store::add_contact(run.transaction(), meant.policy.id, o.address, run.now());
        if (changed)
            run.finish(std::nullopt, value_of(meant, o.address));
        world.say(run.is_dry_run()
                      ? "it can be added; nothing was changed"
                      : (changed ? fmt::format("'{}' is a contact {} from now on", o.address, of_whom(meant))
                                 : fmt::format("'{}' is there already", o.address)));
        return record_of(meant, o.address, changed);
    });
}

cli::Result remove(cli::World& world, const Options& o) {
    return access::changing(
        world, work_of(world, "tenant contact remove", o), [&](access::Changing& run) -> cli::Result {
            const auto meant = access::policy_meant(run.transaction(), world.settings, o.policy);
            store::remove_contact(run.transaction(), meant.policy.id, o.address);
            run.finish(value_of(meant, o.address), std::nullopt);
            world.say(run.is_dry_run() ? "it can be removed; nothing was changed"
                                       : fmt::format("'{}' is no contact {} any more", o.address, of_whom(meant)));
            return record_of(meant, o.address, true);
        });
}

/// Those of the policy first, then of each above it.
cli::Result list(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Transaction transaction = store.read();
    const auto meant = access::policy_meant(transaction, world.settings, o.policy);
    std::vector<const store::Policy*> way{&meant.policy};
    std::optional<store::PolicyTree> tree;
    if (meant.tenant) {
        tree.emplace(transaction, meant.tenant->id);
        way = tree->way_up(tree->by_id(meant.policy.id));
    }
    std::vector<cli::Record> rows;
    for (const store::Policy* policy : way)
        for (const store::Contact& contact : store::contacts(transaction, policy->id))
            rows.push_back({{"address", contact.address},
                            {"tenant", policy->tenant ? std::optional(meant.tenant->name) : std::nullopt},
                            {"policy", policy->name},
                            {"inherited", policy->id != meant.policy.id}});
    return cli::Rows::of("contacts", {"address", "tenant", "policy", "inherited"}, std::move(rows));
}

void declare_policy(cli::Parser& p, Options& o) {
    p.option("--policy", "P", o.policy,
             "whose; / is the store's root, for all tenants, unless --tenant or MDMCTL_TENANT names one")
        .shown_default("the tenant's root policy");
}

void declare(cli::Parser& p, Options& o) {
    p.positional("ADDRESS", o.address, "an e-mail address").required();
    declare_policy(p, o);
}

std::vector<ErrorCode> codes_of_contacts(ErrorCode own) {
    return {own,
            ErrorCode::no_such_policy,
            ErrorCode::no_such_tenant,
            ErrorCode::tenant_not_named,
            ErrorCode::handed_over,
            ErrorCode::no_store,
            ErrorCode::no_store_key,
            ErrorCode::locked,
            ErrorCode::cannot_write};
}

}  // namespace

cli::Command tenant_contact_add_command() {
    return cli::command<Options>({
        .name = "contact add",
        .summary = "Say who is told before something expires",
        .details = "A contact of a policy is told of what that policy has and all below it; one of the store's root "
                   "policy, /, of everything. A shared mailbox outlives a person. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = declare,
        .run = add,
        .examples = {{"mdmctl tenant contact add mdm@acme.example --tenant acme", "Who looks after the tenant"},
                     {"mdmctl tenant contact add noc@provider.example --policy /", "Who looks after them all"}},
        .codes = codes_of_contacts(ErrorCode::bad_name),
    });
}

cli::Command tenant_contact_list_command() {
    return cli::command<Options>({
        .name = "contact list",
        .summary = "List who is told before something expires",
        .details = "The policy's own contacts first, then those of each policy above it, up to the store's root.",
        .options = declare_policy,
        .run = list,
        .examples = {{"mdmctl tenant contact list --tenant acme", "Who is told"}},
        .codes = {ErrorCode::no_such_policy, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
    });
}

cli::Command tenant_contact_remove_command() {
    return cli::command<Options>({
        .name = "contact remove",
        .summary = "Tell somebody no longer",
        .details = "Of the policy's own contacts; one that it inherits is removed where it comes from.",
        .effect = cli::Effect::changes,
        .options = declare,
        .run = remove,
        .examples = {{"mdmctl tenant contact remove jo@acme.example --tenant acme", "Jo has left"}},
        .codes = codes_of_contacts(ErrorCode::no_such_contact),
    });
}

}  // namespace mdm::apps
