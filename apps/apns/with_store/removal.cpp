// SPDX-License-Identifier: Apache-2.0
// remove, restore
#include "apns/succession.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

std::string named(const apns::Consequences& all) {
    return fmt::format("{}, {}, {}", counted(all.versions, "certificate"), counted(all.keys, "private key"),
                       counted(all.requests, "open request"));
}

cli::Record record_of(Changing& run, const apns::HeldCertificate& held, const apns::Consequences& all, bool changed) {
    cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", changed});
    record.add({"certificates", all.versions});
    record.add({"keys", all.keys});
    record.add({"requests", all.requests});
    record.add({"devices", held.devices});
    return record;
}

cli::Result remove(cli::World& world, const Options& o) {
    return changing(world, "apns remove", [&](Changing& run) -> cli::Result {
        auto held = apns::certificate_meant(run.transaction(), run.tenant(), o.name, store::Removed::included);
        run.about(event_object(held.current.topic));
        const auto all = apns::consequences(run.transaction(), held);
        if (held.removed_at) {
            world.say(
                fmt::format("{} was removed on {}", apns::called(held, run.tenant()), to_rfc3339(*held.removed_at)));
            return record_of(run, held, all, false);
        }
        const std::string before = event_value(held);
        apns::remove(run.change(), run.tenant(), held);
        const cli::Record record = record_of(run, held, all, true);
        run.finish(before, std::nullopt);
        world.say(fmt::format("{} {}: {}; nothing of it is destroyed", run.is_dry_run() ? "would remove" : "removed",
                              apns::called(held, run.tenant()), named(all)));
        if (held.devices)
            world.warn(fmt::format("{} depend on it", counted(*held.devices, "device")));
        return record;
    });
}

cli::Result restore(cli::World& world, const Options& o) {
    return changing(world, "apns restore", [&](Changing& run) -> cli::Result {
        auto held = apns::certificate_meant(run.transaction(), run.tenant(), o.name, store::Removed::included);
        run.about(event_object(held.current.topic));
        const auto all = apns::consequences(run.transaction(), held);
        if (!held.removed_at) {
            world.say(fmt::format("{} is there", apns::called(held, run.tenant())));
            return record_of(run, held, all, false);
        }
        apns::bring_back(run.change(), run.tenant(), held);
        const cli::Record record = record_of(run, held, all, true);
        run.finish(std::nullopt, event_value(held));
        world.say(fmt::format("{} {}: {}", run.is_dry_run() ? "would bring back" : "brought back",
                              apns::called(held, run.tenant()), named(all)));
        return record;
    });
}

}  // namespace

cli::Command remove_command() {
    return cli::command<Options>({
        .name = "remove",
        .summary = "Take a push certificate out of use, with everything that hangs on it",
        .details =
            "It is watched and offered no longer, and nothing of it is destroyed: apns restore brings it back, with "
            "its keys and its history. Until then its place is taken, and import refuses another. How many "
            "certificates, keys, open requests and devices go along is said. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_name(p, o.name); },
        .run = remove,
        .examples = {{"mdmctl apns remove --tenant acme --dry-run", "What would go along?"}},
        .codes = {ErrorCode::no_such_certificate, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

cli::Command restore_command() {
    return cli::command<Options>({
        .name = "restore",
        .summary = "Undo the removal of a push certificate",
        .details = "It is current again as it was, with its keys and its history. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_name(p, o.name); },
        .run = restore,
        .examples = {{"mdmctl apns restore --tenant acme", "It was a mistake"}},
        .codes = {ErrorCode::no_such_certificate, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
