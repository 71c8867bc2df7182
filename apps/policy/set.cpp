// SPDX-License-Identifier: Apache-2.0
#include "access/changing.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "policy/commands.hpp"
#include "policy/explanation.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// What leaves a setting to the policies above.
constexpr std::string_view inherit = "inherit";

struct Options {
    std::string name;
    std::string remind_days;
    std::string warn;
    std::string critical;
    std::string parent;
};

std::optional<std::int64_t> days(const std::string& text) {
    if (text == inherit)
        return std::nullopt;
    try {
        if (const auto list = store::parse_days(text); list.size() == 1)
            return list.front();
    } catch (const Error&) {
        // One number is wanted, and so it is said.
    }
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is not one number of days", text), "as in --warn 30"};
}

void refuse_nothing(const Options& o) {
    if (o.remind_days.empty() && o.warn.empty() && o.critical.empty() && o.parent.empty())
        throw Error{ErrorCode::bad_usage, "there is nothing to set",
                    "--remind-days, --warn, --critical or --parent; mdmctl policy show tells what holds now"};
}

void change(store::PolicySettings& settings, const Options& o) {
    if (!o.remind_days.empty())
        settings.remind_days =
            o.remind_days == inherit ? std::vector<std::int64_t>{} : store::parse_days(o.remind_days);
    if (!o.warn.empty())
        settings.warn_days = days(o.warn);
    if (!o.critical.empty())
        settings.critical_days = days(o.critical);
}

std::string told(const store::Policy& policy, const std::string& parent) {
    const auto text = [](std::optional<std::int64_t> number) {
        return number ? std::optional(std::to_string(*number)) : std::nullopt;
    };
    const store::PolicySettings& said = policy.settings;
    return json_object(
        {{"parent", parent},
         {"remind_days",
          said.remind_days.empty() ? std::nullopt : std::optional(fmt::format("{}", fmt::join(said.remind_days, ",")))},
         {"warn_days", text(said.warn_days)},
         {"critical_days", text(said.critical_days)}});
}

cli::Result done(access::Changing& run, const access::PolicyMeant& meant, const std::string& before,
                 const std::string& after) {
    store::set_policy(run.transaction(), meant.policy);
    store::judge_thresholds(run.transaction(), meant.policy);
    cli::Record record = policy_record(run.transaction(), meant, run.now());
    record.add({"changed", before != after});
    if (before != after)
        run.finish(before, after);
    run.world().say(run.is_dry_run()  ? "it can be set; nothing was changed"
                    : before == after ? "it is so already"
                    : meant.tenant    ? fmt::format("noted for '{}'", meant.tenant->name)
                                      : "noted for all tenants");
    return record;
}

cli::Result set_store_root(access::Changing& run, const Options& o) {
    if (!o.parent.empty())
        throw Error{ErrorCode::bad_usage, "nothing is above the store's root policy"};
    store::Policy root = store::store_root(run.transaction());
    const std::string before = told(root, "");
    change(root.settings, o);
    return done(run, {std::nullopt, root}, before, told(root, ""));
}

/// A branch that is moved gets what is above it then: another topic is judged as a renewal's is.
void move(const apns::Assignments& assignments, const store::Tenant& tenant, store::Policy& policy,
          const store::Policy& parent) {
    const auto way = assignments.tree().way_up(parent);
    for (const store::Policy* above : way)
        if (above->id == policy.id)
            throw Error{ErrorCode::policy_in_use,
                        fmt::format("'{}' is below '{}': the policies would form a circle", parent.name, policy.name),
                        "mdmctl policy tree"};
    if (policy.is_root())
        throw Error{ErrorCode::policy_in_use, "a root policy stays where it is", "mdmctl policy tree"};
    if (assignments.own(policy) == nullptr) {
        const apns::HeldCertificate* held = assignments.effective(parent);
        const auto topic = held ? std::optional(held->current.topic) : std::nullopt;
        if (auto mismatch = apns::topic_change(assignments, policy, topic, "")) {
            mismatch->hint = fmt::format(
                "first give it the certificate that its devices have, as its own: mdmctl apns "
                "assign --tenant {} --policy {} --name {}",
                shell_quoted(tenant.name), shell_quoted(policy.name),
                shell_quoted(assignments.effective(policy)->name));
            throw Error::from_findings({std::move(*mismatch)});
        }
    }
    policy.parent = parent.id;
}

cli::Result set_own(access::Changing& run, const Options& o) {
    const apns::Assignments assignments(run.transaction(), run.tenant());
    const store::PolicyTree& tree = assignments.tree();
    store::Policy policy = o.name.empty() ? tree.root() : tree.named(o.name);
    const std::string before = told(policy, tree.by_id(*policy.parent).name);
    change(policy.settings, o);
    if (!o.parent.empty())
        move(assignments, run.tenant(), policy, tree.named(o.parent));
    return done(run, {run.tenant(), policy}, before, told(policy, tree.by_id(*policy.parent).name));
}

cli::Result run(cli::World& world, const Options& o) {
    refuse_nothing(o);
    const bool store_root = access::is_store_root(world.settings, o.name);
    const access::Work work{.command = "policy set",
                            .object = fmt::format("policy {}", o.name.empty() ? store::root_policy_name : o.name),
                            .rooms = every_room(),
                            .on_store = store_root};
    return access::changing(world, work, [&](access::Changing& run) -> cli::Result {
        return store_root ? set_store_root(run, o) : set_own(run, o);
    });
}

}  // namespace

cli::Command policy_set_command() {
    return cli::command<Options>({
        .name = "set",
        .summary = "Say what holds for a policy and all below it: reminder days, thresholds, its place in the tree",
        .details = "NAME, else the tenant's root policy; / is the store's root, and holds for all tenants, unless "
                   "--tenant or MDMCTL_TENANT names one. The word inherit leaves a setting to the policies above.\n\n"
                   "--parent hangs a policy elsewhere in the tree. Where its devices would get another topic by that, "
                   "it is refused (topic_mismatch): give it a push certificate of its own first, with apns assign.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("NAME", o.name, "the policy").optional();
                p.option("--remind-days", "LIST", o.remind_days, "days before an end: 30,15,5,3,2,1, or inherit");
                p.option("--warn", "N", o.warn, "from that day before an end it is WARNING, or inherit");
                p.option("--critical", "N", o.critical, "from that day before an end it is CRITICAL, or inherit");
                p.option("--parent", "P", o.parent, "the policy that it is to be below; / is the tenant's root");
            },
        .run = run,
        .examples = {{"mdmctl policy set / --remind-days 60,30,14,7,1", "For all tenants"},
                     {"mdmctl policy set --tenant acme --warn 45", "For one"},
                     {"mdmctl policy set kiosks --remind-days inherit", "As above again"}},
        .codes = {ErrorCode::topic_mismatch, ErrorCode::policy_in_use, ErrorCode::too_deep, ErrorCode::no_such_policy,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::handed_over, ErrorCode::no_store,
                  ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
