// SPDX-License-Identifier: Apache-2.0
// assign, unassign
#include "apns/assignment.hpp"

#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/json_object.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string policy;
    std::string name;
    std::string allow_replacement;
};

std::string event_of(const store::Policy& policy, const apns::HeldCertificate* held) {
    return json_object({{"policy", policy.name},
                        {"name", held ? std::optional(held->name) : std::nullopt},
                        {"topic", held ? std::optional(held->current.topic) : std::nullopt}});
}

std::vector<std::string> names_of(const std::vector<const store::Policy*>& policies) {
    std::vector<std::string> names;
    for (const store::Policy* policy : policies)
        names.push_back(policy->name);
    return names;
}

/// held   what the policy's devices get from now on; nullptr: nothing
cli::Record record_of(Changing& run, const store::Policy& policy, const apns::HeldCertificate* held, bool changed,
                      const std::vector<Finding>& findings) {
    const apns::Assignments after(run.transaction(), run.tenant());
    return {{"tenant", run.tenant().name},
            {"policy", policy.name},
            {"own", after.own(policy) != nullptr},
            {"name", held ? std::optional(held->name) : std::nullopt},
            {"topic", held ? std::optional(held->current.topic) : std::nullopt},
            {"serial", held ? held->current.serial : std::nullopt},
            {"not_after", held ? std::optional(held->current.not_after) : std::nullopt},
            {"followers", names_of(after.followers(policy))},
            {"changed", changed},
            {"findings", findings}};
}

cli::Result assign(cli::World& world, const Options& o) {
    return changing(world, "apns assign", [&](Changing& run) -> cli::Result {
        judge_replacement(run, o.allow_replacement);
        const apns::Assignments before(run.transaction(), run.tenant());
        const store::Policy& policy = before.tree().named(o.policy);
        const auto held = apns::certificate_meant(run.transaction(), run.tenant(), o.name);
        run.about(fmt::format("policy {}", policy.name));
        const apns::HeldCertificate* own = before.own(policy);
        if (own != nullptr && own->id == held.id) {
            world.say(fmt::format("'{}' has it already", policy.name));
            return record_of(run, policy, &held, false, {});
        }
        const auto findings = apns::assign_findings(before, policy, held, o.allow_replacement, run.now());
        refuse_on_error(findings);
        apns::assign(run.change(), run.tenant(), policy, &held);
        const cli::Record record = record_of(run, policy, &held, true, findings);
        run.finish(event_of(policy, own), event_of(policy, &held));
        warn_of(world, findings);
        world.say(run.is_dry_run() ? "it can be assigned; nothing was changed"
                                   : fmt::format("'{}' gets {}", policy.name, apns::called(held, run.tenant())));
        return record;
    });
}

cli::Result unassign(cli::World& world, const Options& o) {
    return changing(world, "apns unassign", [&](Changing& run) -> cli::Result {
        judge_replacement(run, o.allow_replacement);
        const apns::Assignments before(run.transaction(), run.tenant());
        const store::Policy& policy = before.tree().named(o.policy);
        run.about(fmt::format("policy {}", policy.name));
        const apns::HeldCertificate* own = before.own(policy);
        if (own == nullptr) {
            world.say(fmt::format("'{}' has none of its own", policy.name));
            return record_of(run, policy, before.effective(policy), false, {});
        }
        const auto findings = apns::unassign_findings(before, policy, o.allow_replacement, run.now());
        refuse_on_error(findings);
        apns::assign(run.change(), run.tenant(), policy, nullptr);
        const apns::Assignments after(run.transaction(), run.tenant());
        const cli::Record record = record_of(run, policy, after.effective(policy), true, findings);
        run.finish(event_of(policy, own), event_of(policy, after.effective(policy)));
        warn_of(world, findings);
        world.say(run.is_dry_run() ? "it can be taken away; nothing was changed"
                                   : fmt::format("'{}' has none of its own any more", policy.name));
        return record;
    });
}

void declare_policy(cli::Parser& p, Options& o) {
    p.option("--policy", "P", o.policy, "whose devices are meant; / is the tenant's root policy").required();
    p.option("--allow-replacement", "TOPIC", o.allow_replacement,
             "the topic that those devices have now, typed out: give it up, and with it every one of them");
}

std::vector<ErrorCode> codes_of_assigning() {
    return {ErrorCode::topic_mismatch,
            ErrorCode::expired,
            ErrorCode::no_such_policy,
            ErrorCode::no_such_certificate,
            ErrorCode::certificate_ambiguous,
            ErrorCode::no_such_tenant,
            ErrorCode::tenant_not_named,
            ErrorCode::handed_over,
            ErrorCode::no_store,
            ErrorCode::no_store_key,
            ErrorCode::locked,
            ErrorCode::cannot_write};
}

}  // namespace

cli::Command assign_command() {
    return cli::command<Options>({
        .name = "assign",
        .summary = "Give the devices of a policy a push certificate of its own",
        .details =
            "They get what the nearest policy above them has, until this. Devices are bound to the topic: where they "
            "get another one so far, the assignment is refused as a renewal with another topic is, for the policy and "
            "all below it that follow. --allow-replacement with that topic typed out goes past topic_mismatch, and "
            "past nothing else. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_policy(p, o);
                declare_name(p, o.name);
            },
        .run = assign,
        .examples = {{"mdmctl apns assign --policy kiosks --name kiosks --dry-run", "Would any device be lost?"}},
        .codes = codes_of_assigning(),
    });
}

cli::Command unassign_command() {
    return cli::command<Options>({
        .name = "unassign",
        .summary = "Take a policy's own push certificate away: its devices get the inherited one",
        .details = "The certificate itself stays as it is. Where the policies above have another topic, or none, it is "
                   "refused as a renewal with another topic is; --allow-replacement with the topic typed out goes past "
                   "topic_mismatch, and past nothing else. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_policy(p, o); },
        .run = unassign,
        .examples = {{"mdmctl apns unassign --policy kiosks", "It carries what it would inherit"}},
        .codes = codes_of_assigning(),
    });
}

}  // namespace mdm::apps
