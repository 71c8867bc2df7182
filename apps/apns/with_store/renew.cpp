// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/succession.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    cli::InputFile passphrase_file;
    std::string apple_account;
    std::string name;
    std::string allow_replacement;
    cli::OutputFile devices_out;
};

/// Which devices must enroll again is known once a list of them was marked or a server was asked.
void refuse_unknown_devices(const Options& o) {
    if (o.devices_out.given())
        throw Error{ErrorCode::devices_unknown,
                    "which devices must enroll again is not known: there is no list of them",
                    "without --devices-out the certificate is replaced all the same"};
}

cli::Record record_of(Changing& run, const apns::HeldCertificate& held, const apns::Version& before,
                      const std::vector<Finding>& findings) {
    cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", true});
    record.add({"previous_serial", before.serial});
    record.add({"previous_not_after", before.not_after});
    record.add({"devices", held.devices});
    record.add({"devices_source", held.devices ? "told" : "unknown"});
    record.add({"devices_at", held.devices_at});
    record.add({"findings", findings});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    const CertificateInput input = read_certificate_input(world, o.file, {}, o.passphrase_file);
    const apns::Download download{input.certificate, input.name, input.keys, o.apple_account, o.allow_replacement};
    return changing(world, "apns renew", [&](Changing& run) -> cli::Result {
        apns::HeldCertificate held = apns::certificate_meant(run.transaction(), run.tenant(), o.name);
        const apns::Version before = held.current;
        const auto judgement =
            apns::judge(run.transaction(), run.tenant(), held, download, !before.is_held(), run.now());
        run.about(event_object(before.topic));
        refuse_on_error(judgement.findings);
        if (apns::push_topic(input.certificate) != before.topic)
            refuse_unknown_devices(o);
        const std::string value_before = event_value(held);
        apns::renew(run.change(), run.tenant(), held, download, judgement);
        const cli::Record record = record_of(run, held, before, judgement.findings);
        run.finish(value_before, event_value(held));
        if (run.is_dry_run()) {
            world.say(fmt::format("'{}' renews {}; nothing was changed", input.name, apns::called(held, run.tenant())));
            return record;
        }
        world.say(fmt::format("{} is now serial {}, until {}", apns::called(held, run.tenant()),
                              held.current.serial.value_or("unknown"), to_rfc3339(held.current.not_after)));
        world.next("put it into the MDM server before the old one ends: mdmctl apns export --out FILE");
        return record;
    });
}

}  // namespace

cli::Command renew_command() {
    return cli::command<Options>({
        .name = "renew",
        .summary = "Put a renewed push certificate in the place of the current one",
        .details =
            "Replaces the current certificate if FILE is a renewal of it; else nothing is changed, every reason is "
            "listed, and code is the first of: not_a_push_certificate, other_tenant, topic_mismatch, key_mismatch, "
            "apple_account_mismatch, expired, not_yet_valid, older_than_current, same_certificate, "
            "sandbox_certificate. expired speaks of FILE; a current one that has expired is renewed like any other. "
            "What was current stays in the store, and apns rollback brings it back.\n\n"
            "A push certificate that was created anew in the portal has another topic, and every enrolled device "
            "would have to enroll again. --allow-replacement with the current topic typed out goes past "
            "topic_mismatch, and past nothing else.\n\n"
            "The change is one transaction: killed at any moment, the old one is current or the new one. Run again "
            "after a kill, the command says same_certificate where it had come through.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the renewed certificate; - is standard input").required();
                p.option("--apple-account", "A", o.apple_account,
                         "the account that it was got with: it must be the current one's");
                declare_name(p, o.name);
                p.option("--allow-replacement", "TOPIC", o.allow_replacement,
                         "the current topic, typed out: give it up, and with it every device");
                p.option("--devices-out", "FILE", o.devices_out, "a CSV of the devices that must enroll again")
                    .needs({"--allow-replacement"});
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl apns renew push-2027.pem", "Once a year"},
                     {"mdmctl apns renew push-2027.pem --dry-run", "Would it be taken?"},
                     {"mdmctl apns renew push-2027.pem --tenant acme --output json | jq -r .not_after",
                      "For a script"}},
        .codes = cli::codes({ErrorCode::not_a_push_certificate, ErrorCode::other_tenant, ErrorCode::topic_mismatch,
                             ErrorCode::key_mismatch, ErrorCode::apple_account_mismatch, ErrorCode::expired,
                             ErrorCode::not_yet_valid, ErrorCode::older_than_current, ErrorCode::same_certificate,
                             ErrorCode::sandbox_certificate, ErrorCode::devices_unknown, ErrorCode::no_such_certificate,
                             ErrorCode::not_a_certificate, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                             ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
                            apns::credential_codes),
    });
}

}  // namespace mdm::apps
