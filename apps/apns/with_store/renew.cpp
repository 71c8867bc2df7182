// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/succession.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "apns/with_store/matched_files.hpp"

#include <fmt/format.h>
#include <map>

namespace mdm::apps {
namespace {

struct Options {
    MatchFiles files;
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

/// What was current and what stands there now, before it is committed.
struct Renewal {
    apns::HeldCertificate held;
    apns::Version before;
    std::string event_before;
    std::vector<Finding> findings;
};

/// Judges a file, and puts it in the place of the current certificate.
Renewal renewed(Changing& run, apns::HeldCertificate held, const CertificateInput& input, const Options& o) {
    const apns::Download download{input.certificate, input.name, input.keys, o.apple_account, o.allow_replacement};
    const apns::Version before = held.current;
    auto judgement = apns::judge(run.transaction(), run.tenant(), held, download, !before.is_held(), run.now());
    run.about(event_object(before.topic));
    refuse_on_error(judgement.findings);
    if (apns::push_topic(input.certificate) != before.topic)
        refuse_unknown_devices(o);
    std::string event_before = event_value(held);
    apns::renew(run.change(), run.tenant(), held, download, judgement);
    return {std::move(held), before, std::move(event_before), std::move(judgement.findings)};
}

void say_renewed(Changing& run, const Renewal& done, const std::string& file) {
    const std::string which = apns::called(done.held, run.tenant());
    if (run.is_dry_run())
        run.world().say(fmt::format("'{}' renews {}; nothing was changed", file, which));
    else
        run.world().say(fmt::format("{} is now serial {}, until {}", which,
                                    done.held.current.serial.value_or("unknown"),
                                    to_rfc3339(done.held.current.not_after)));
}

cli::Record record_of(Changing& run, const Renewal& done) {
    const apns::HeldCertificate& held = done.held;
    cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", true});
    record.add({"previous_serial", done.before.serial});
    record.add({"previous_not_after", done.before.not_after});
    record.add({"devices", held.devices});
    record.add({"devices_source", held.devices ? "told" : "unknown"});
    record.add({"devices_at", held.devices_at});
    record.add({"findings", done.findings});
    return record;
}

cli::Result renew_one(cli::World& world, const Options& o) {
    const CertificateInput input = read_certificate_input(world, o.files.only(), {}, o.passphrase_file);
    return changing(world, "apns renew", [&](Changing& run) -> cli::Result {
        judge_replacement(run, o.allow_replacement);
        const Renewal done = renewed(run, apns::certificate_meant(run.transaction(), run.tenant(), o.name), input, o);
        const cli::Record record = record_of(run, done);
        run.finish(done.event_before, event_value(done.held));
        say_renewed(run, done, input.name);
        warn_of(world, done.findings);
        if (!run.is_dry_run())
            world.next("put it into the MDM server before the old one ends: mdmctl apns export --out FILE");
        return record;
    });
}

/// The dry run of a file behind another one of the same certificate: what the other would have made current counts.
Renewal planned(Changing& run, apns::HeldCertificate held, const apns::Version& current, const CertificateInput& input,
                const Options& o) {
    held.current = current;
    const apns::Download download{input.certificate, input.name, input.keys, o.apple_account, ""};
    auto judgement = apns::judge(run.transaction(), run.tenant(), held, download, !current.is_held(), run.now());
    refuse_on_error(judgement.findings);
    held.current = apns::version_of(input.certificate);
    held.current.key_secret = current.key_secret;
    return {std::move(held), current, "", std::move(judgement.findings)};
}

/// By the certificate's id, what a dry run would have made current so far.
using Planned = std::map<std::string, apns::Version>;

/// One file for the tenant whose topic it has, in a transaction of its own.
void renew_matched(cli::World& world, store::Store& store, const Options& o, const cli::InputFile& file,
                   Planned& so_far, MatchedFile& done) {
    done.outcome = false;
    const CertificateInput input = read_certificate_input(world, file, {}, o.passphrase_file);
    done.shows(input.certificate);
    std::optional<apns::TopicMatch> match;
    const auto whose = [&](store::Transaction& transaction) {
        match = apns::match_topic(transaction, input.certificate, input.name, tenant_to_match(world.settings));
        done.is_for(*match);
        return match->tenant;
    };
    done.findings = changing(world, store, "apns renew", whose, [&](Changing& run) {
        const auto before = so_far.find(match->held.id);
        const Renewal renewal = before == so_far.end() ? renewed(run, match->held, input, o)
                                                       : planned(run, match->held, before->second, input, o);
        if (run.is_dry_run())
            so_far[match->held.id] = renewal.held.current;
        run.finish(renewal.event_before, event_value(renewal.held));
        say_renewed(run, renewal, input.name);
        return renewal.findings;
    });
    done.outcome = true;
}

cli::Result renew_each(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, {apns::room()});
    // What keeps every file from being renewed is told once: no store, no key, no such tenant.
    const std::string tenant = tenant_to_match(world.settings);
    access::changing(
        world, store,
        {.command = "apns renew", .object = "push certificate", .tenant = tenant, .on_store = tenant.empty()},
        [](Changing&) {});
    Planned so_far;
    const auto act = [&](const cli::InputFile& file, MatchedFile& done) {
        try {
            renew_matched(world, store, o, file, so_far, done);
        } catch (const Error& e) {
            world.say(fmt::format("'{}' was refused: {}", file.path, name(e.code())));
            throw;
        }
    };
    return each_matched(o.files.files, "changed", "were refused", act);
}

cli::Result run(cli::World& world, const Options& o) {
    return o.files.match ? renew_each(world, o) : renew_one(world, o);
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
            "after a kill, the command says same_certificate where it had come through.\n\n"
            "With --match each FILE renews the push certificate whose topic it has, among all tenants, or of --tenant "
            "alone, each in a transaction of its own. A file that is refused changes nothing and keeps no other from "
            "being done: the exit is 1, and every result has its own code. With one FILE its code gives the exit.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_match_files(p, o.files, {"--name", "--allow-replacement", "--devices-out"});
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
                     {"mdmctl apns renew push-2027.pem --tenant acme --output json | jq -r .not_after", "For a script"},
                     {"mdmctl apns renew --match downloads/*.pem", "A folder of downloads, each for its tenant"}},
        .codes = cli::codes({ErrorCode::not_a_push_certificate,
                             ErrorCode::other_tenant,
                             ErrorCode::topic_mismatch,
                             ErrorCode::key_mismatch,
                             ErrorCode::apple_account_mismatch,
                             ErrorCode::expired,
                             ErrorCode::not_yet_valid,
                             ErrorCode::older_than_current,
                             ErrorCode::same_certificate,
                             ErrorCode::sandbox_certificate,
                             ErrorCode::devices_unknown,
                             ErrorCode::no_such_certificate,
                             ErrorCode::not_a_certificate,
                             ErrorCode::no_such_tenant,
                             ErrorCode::tenant_not_named,
                             ErrorCode::handed_over,
                             ErrorCode::certificate_ambiguous,
                             ErrorCode::no_store,
                             ErrorCode::no_store_key,
                             ErrorCode::locked,
                             ErrorCode::cannot_write},
                            apns::credential_codes),
    });
}

}  // namespace mdm::apps
