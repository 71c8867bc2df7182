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

struct Options {
    std::string name;
};

/// What hangs on it is taken off first, by the command that judges it.
void refuse_assigned(const apns::Assignments& assignments, const store::Tenant& tenant, const store::Policy& policy) {
    const apns::HeldCertificate* held = assignments.own(policy);
    if (held == nullptr || policy.is_root())
        return;
    throw Error{
        ErrorCode::policy_in_use, fmt::format("the policy '{}' carries {}", policy.name, apns::called(*held, tenant)),
        fmt::format("mdmctl apns unassign --policy {} judges what its devices would get", shell_quoted(policy.name))};
}

cli::Result run(cli::World& world, const Options& o) {
    const access::Work work{
        .command = "policy remove", .object = fmt::format("policy {}", o.name), .rooms = every_room()};
    return access::changing(world, work, [&](access::Changing& run) -> cli::Result {
        const apns::Assignments assignments(run.transaction(), run.tenant());
        const store::Policy policy = assignments.tree().named(o.name);
        refuse_assigned(assignments, run.tenant(), policy);
        const cli::Record record = policy_record(run.transaction(), {run.tenant(), policy}, run.now());
        store::remove_policy(run.transaction(), assignments.tree(), policy);
        run.finish(json_object({{"policy", policy.name}, {"parent", assignments.tree().by_id(*policy.parent).name}}),
                   std::nullopt);
        world.say(run.is_dry_run() ? fmt::format("'{}' can be removed; nothing was changed", policy.name)
                                   : fmt::format("removed '{}'", policy.name));
        return record;
    });
}

}  // namespace

cli::Command policy_remove_command() {
    return cli::command<Options>({
        .name = "remove",
        .summary = "Take a policy away, with its contacts and settings",
        .details = "Refused while others are below it, and while it carries a push certificate: apns unassign judges "
                   "what its devices would get then; while something that expiry add told of is for it. A root policy "
                   "goes with its tenant. The answer is what it had.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { p.positional("NAME", o.name, "the policy").required(); },
        .run = run,
        .examples = {{"mdmctl policy remove lobby", "No device uses it any more"}},
        .codes = {ErrorCode::policy_in_use, ErrorCode::no_such_policy, ErrorCode::no_such_tenant,
                  ErrorCode::tenant_not_named, ErrorCode::handed_over, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
