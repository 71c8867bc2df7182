// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "dep/device_notes.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string serial;
    std::string user;
    bool nobody = false;

    std::optional<std::string> wanted() const { return nobody ? std::nullopt : std::optional(user); }
};

void judge_usage(const Options& o) {
    if (o.nobody == !o.user.empty())
        throw Error{ErrorCode::bad_usage, o.nobody ? "USER and --nobody do not go together" : "missing: USER",
                    "mdmctl dep devices assign-user SERIAL USER, or --nobody to take it back"};
    if (!o.nobody)
        judge_given_name(o.user, "the user");
    judge_serial(o.serial);
}

std::string value_of(const dep::KnownDevice& known, const std::optional<std::string>& user) {
    return json_object({{"serial_number", known.device.serial}, {"assigned_user", user}});
}

std::string told(const Options& o, const dep::KnownDevice& known, bool changed, bool is_dry_run) {
    const std::string whose = o.nobody ? fmt::format("'{}' is nobody's", known.device.serial)
                                       : fmt::format("'{}' is the device of '{}'", known.device.serial, o.user);
    if (!changed)
        return whose + " already; nothing was changed";
    return is_dry_run ? "it can be noted; nothing was changed" : whose + " from now on";
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    store::Store store = open_dep_store(world);
    return changing_token(world, store, "dep devices assign-user", [&](Changing& run) -> cli::Result {
        run.about(fmt::format("device {}", o.serial));
        const auto tokens = device_tokens(run.transaction(), run.tenant(), o.name);
        auto found = dep::devices_meant(run.transaction(), ids_of(tokens), o.serial);
        if (found.empty())
            throw no_such_device(run.transaction(), run.tenant(), tokens, o.serial);
        dep::KnownDevice& known = found.front();
        run.about(fmt::format("device {}", known.device.serial));
        const bool changed = known.note.assigned_user != o.wanted();
        if (changed) {
            const std::string before = value_of(known, known.note.assigned_user);
            dep::assign_user(run.transaction(), known, o.wanted(), run.now());
            run.finish(before, value_of(known, o.wanted()));
            known.note.assigned_user = o.wanted();
            known.note.assigned_user_at = o.nobody ? std::nullopt : std::optional(run.now());
        }
        world.say(told(o, known, changed, run.is_dry_run()));
        cli::Record record = device_record(run.tenant(), tokens, known);
        record.add({"changed", changed});
        return record;
    });
}

}  // namespace

cli::Command dep_devices_assign_user_command() {
    return cli::command<Options>({
        .name = "devices assign-user",
        .summary = "Note whose a device is, or that it is nobody's any more",
        .details =
            "The name or account stays with the device whatever mdmctl dep sync fetches, and mdmctl find and dep "
            "devices list --user find it by it. Nothing is told to Apple or to the device. What is noted so "
            "already is left alone.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("SERIAL", o.serial, "the device's serial number").required();
                p.positional("USER", o.user, "whose it is: a name or an account").optional();
                p.flag("--nobody", o.nobody, "take back what was noted");
                declare_device_token(p, o.name);
            },
        .run = run,
        .examples = {{"mdmctl dep devices assign-user C02XK1JHJG5H jo@acme.example", "Jo gets it"},
                     {"mdmctl dep devices assign-user C02XK1JHJG5H --nobody", "Jo has given it back"}},
        .codes = {ErrorCode::no_such_device, ErrorCode::not_a_serial, ErrorCode::bad_name, ErrorCode::no_such_token,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::handed_over, ErrorCode::no_store,
                  ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
