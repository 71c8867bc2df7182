// SPDX-License-Identifier: Apache-2.0
#include "apns/succession.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string to;
    std::string name;
    std::string allow_replacement;
};

cli::Record record_of(Changing& run, const apns::HeldCertificate& held, const apns::Version& before,
                      const std::vector<Finding>& findings) {
    cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", held.current.id != before.id});
    record.add({"previous_serial", before.serial});
    record.add({"previous_not_after", before.not_after});
    record.add({"findings", findings});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    return changing(world, "apns rollback", [&](Changing& run) -> cli::Result {
        apns::HeldCertificate held = apns::certificate_meant(run.transaction(), run.tenant(), o.name);
        const apns::Version before = held.current;
        const apns::Version to = apns::earlier_version(run.transaction(), run.tenant(), held, o.to);
        if (to.id == before.id) {
            world.say(fmt::format("serial {} is the current one already", o.to));
            return record_of(run, held, before, {});
        }
        const auto findings = apns::rollback_findings(held, to, o.allow_replacement, run.now());
        run.about(event_object(before.topic));
        refuse_on_error(findings);
        const std::string value_before = event_value(held);
        apns::roll_back(run.change(), run.tenant(), held, to);
        const cli::Record record = record_of(run, held, before, findings);
        run.finish(value_before, event_value(held));
        world.say(run.is_dry_run() ? fmt::format("serial {} can be made current again; nothing was changed",
                                                 to.serial.value_or("unknown"))
                                   : fmt::format("{} is serial {} again, until {}", apns::called(held, run.tenant()),
                                                 to.serial.value_or("unknown"), to_rfc3339(to.not_after)));
        if (!run.is_dry_run())
            world.next("put it into the MDM server: mdmctl apns export --out FILE");
        return record;
    });
}

}  // namespace

cli::Command rollback_command() {
    return cli::command<Options>({
        .name = "rollback",
        .summary = "Make an earlier push certificate and its key current again",
        .details =
            "The one that was issued before the current one, or the one with the serial --to. Both work at Apple "
            "until their own ends. What is current now stays in the store, and rollback --to its serial brings it "
            "back.\n\n"
            "Refused: one that has ended; and one with another topic, unless the current topic is typed out with "
            "--allow-replacement, for devices that enrolled since are bound to it. With --to, what is current "
            "already is no error, so that the command can be run again after a kill.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--to", "SERIAL", o.to, "as apns history shows it");
                declare_name(p, o.name);
                p.option("--allow-replacement", "TOPIC", o.allow_replacement,
                         "the current topic, typed out: give it up");
            },
        .run = run,
        .examples = {{"mdmctl apns rollback --tenant acme", "The renewed one does not work: back to the one before"}},
        .codes = {ErrorCode::no_such_certificate, ErrorCode::topic_mismatch, ErrorCode::expired,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
