// SPDX-License-Identifier: Apache-2.0
#include "access/changing.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "policy/commands.hpp"
#include "policy/explanation.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string parent{store::root_policy_name};
};

cli::Result run(cli::World& world, const Options& o) {
    const access::Work work{.command = "policy add", .object = fmt::format("policy {}", o.name), .rooms = every_room()};
    return access::changing(world, work, [&](access::Changing& run) -> cli::Result {
        const store::PolicyTree tree(run.transaction(), run.tenant().id);
        const store::Policy policy =
            store::add_policy(run.transaction(), tree.named(o.parent), run.tenant().id, o.name, run.now());
        const cli::Record record = policy_record(run.transaction(), {run.tenant(), policy}, run.now());
        run.finish(std::nullopt, json_object({{"policy", policy.name}, {"parent", o.parent}}));
        world.say(run.is_dry_run() ? fmt::format("'{}' can be added; nothing was changed", policy.name)
                                   : fmt::format("added '{}' below '{}'", policy.name, o.parent));
        return record;
    });
}

}  // namespace

cli::Command policy_add_command() {
    return cli::command<Options>({
        .name = "add",
        .summary = "Add a policy: a group of devices that is to be treated differently",
        .details = fmt::format(
            "It has everything that the policies above it have, until it says something itself: a push certificate "
            "(apns assign), contacts (tenant contact add --policy), reminder days (policy set). A tenant has {} "
            "policies "
            "at most, none more than {} levels below its root. Killed at any moment, it is there with its event or not "
            "at all.",
            limits::policies, limits::policy_depth),
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("NAME", o.name, "unique within the tenant").required();
                p.option("--parent", "P", o.parent, "the policy above it; / is the tenant's root").shown_default("/");
            },
        .run = run,
        .examples = {{"mdmctl policy add kiosks", "Below the tenant's root"},
                     {"mdmctl policy add lobby --parent kiosks --tenant acme", "One deeper"}},
        .codes = {ErrorCode::policy_exists, ErrorCode::no_such_policy, ErrorCode::bad_name, ErrorCode::too_large,
                  ErrorCode::too_deep, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::handed_over,
                  ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
