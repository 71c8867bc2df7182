// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/succession.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/given_name.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    cli::InputFile key;
    cli::InputFile passphrase_file;
    std::string apple_account;
    apns::AccountKind account_kind = apns::AccountKind::unknown;
    std::string name;
    std::string note;
    std::string policy;
    std::string allow_replacement;
    bool track = false;
    std::string topic;
    std::optional<Time> not_after;
    std::string serial;
};

void judge_usage(const Options& o) {
    const bool told = !o.topic.empty() || o.not_after || !o.serial.empty();
    if (told && o.file.given())
        throw Error{ErrorCode::bad_usage, "FILE and --topic do not go together",
                    "a file says its topic, end and serial itself"};
    if (told && !o.track)
        throw Error{ErrorCode::bad_usage, "--topic is for a certificate that another server holds",
                    "add --track, or name the certificate's file"};
    if (!o.file.given() && (o.topic.empty() || !o.not_after))
        throw Error{ErrorCode::bad_usage, "there is neither FILE nor --track with --topic and --not-after",
                    "mdmctl apns import FILE --apple-account A"};
    if (!o.name.empty())
        judge_given_name(o.name, "the certificate's name");
    judge_given_name(o.apple_account, "the Apple Account");
    if (!o.topic.empty())
        judge_given_name(o.topic, "the topic");
    judge_note(o.note);
}

apns::ImportOrder order_of(const Options& o) {
    apns::ImportOrder order{.name = o.name,
                            .policy = o.policy,
                            .replaced_topic = o.allow_replacement,
                            .apple_account = o.apple_account,
                            .account_kind = o.account_kind,
                            .note = o.note,
                            .tracked = o.track};
    if (!o.file.given())
        order.told = apns::ToldCertificate{o.topic, *o.not_after, apns::normal_serial(o.serial)};
    return order;
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    apns::ImportOrder order = order_of(o);
    std::optional<CertificateInput> input;
    if (o.file.given()) {
        input = read_certificate_input(world, o.file, o.key, o.passphrase_file);
        order.download = apns::Download{input->certificate, input->name, input->keys, o.apple_account, ""};
    }
    return changing(world, "apns import", [&](Changing& run) -> cli::Result {
        judge_replacement(run, o.allow_replacement);
        const auto judgement = apns::judge_import(run.transaction(), run.tenant(), order, run.now());
        const std::string topic = input ? apns::push_topic(input->certificate).value_or("?") : o.topic;
        run.about(event_object(topic));
        refuse_on_error(judgement.findings);
        const apns::HeldCertificate held = apns::import(run.change(), run.tenant(), order, judgement);
        cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
        record.add({"findings", judgement.findings});
        run.finish(std::nullopt, event_value(held));
        warn_of(world, judgement.findings);
        if (run.is_dry_run())
            world.say("the push certificate can be imported; nothing was changed");
        else
            world.say(
                fmt::format("{} {} as current", order.tracked ? "tracks" : "holds", apns::called(held, run.tenant())));
        return record;
    });
}

}  // namespace

cli::Command import_command() {
    return cli::command<Options>({
        .name = "import",
        .summary = "Take a tenant's first push certificate into the store",
        .details =
            "FILE is what the portal gave out: PEM, DER, or a PKCS#12 that brings its key. The private key is the one "
            "that apns csr staged, or --key, or in FILE; it must be the certificate's.\n\n"
            "Import never takes a certificate's place. Where the policy has one of its own already, current or "
            "removed, or the tenant one of that name, FILE is judged as apns renew would and refused with every "
            "reason: a push certificate that was created anew costs every enrolled device. So is one whose topic, key "
            "or serial is another tenant's.\n\n"
            "--policy gives it to the devices of that policy alone, and of those below it. Where they get another "
            "topic "
            "so far, inherited from above, it is refused as a renewal with another topic is, unless "
            "--allow-replacement types out the topic that is given up.\n\n"
            "--track records a certificate whose key another MDM server holds, from FILE or from what that server's "
            "console shows (--topic, --not-after, --serial). The rules hold for it too, but for the key; export is "
            "refused (key_not_held).",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the certificate; - is standard input").optional();
                p.option("--apple-account", "A", o.apple_account, "the account that it was got with at the portal")
                    .required();
                p.choice("--account-kind", o.account_kind,
                         {{"managed", apns::AccountKind::managed},
                          {"shared", apns::AccountKind::shared},
                          {"personal", apns::AccountKind::personal}},
                         "a Managed Apple Account is best, a shared mailbox good, a person's own goes with the person");
                p.option("--name", "N", o.name, "tells it from others of the tenant")
                    .shown_default("default, or what --policy says");
                p.option("--note", "TEXT", o.note, "what your successor should know");
                p.option("--policy", "P", o.policy, "whose devices get it").shown_default("the root policy");
                p.option("--allow-replacement", "TOPIC", o.allow_replacement,
                         "the topic that the policy's devices have so far, typed out: give it up")
                    .needs({"--policy"});
                p.option("--key", "FILE", o.key, "its private key, where apns csr did not make it")
                    .excludes({"--track"});
                p.flag("--track", o.track, "another MDM server holds the key: record and judge, but hold nothing");
                p.option("--topic", "TOPIC", o.topic, "with --track and without FILE: the push topic");
                p.option("--not-after", "DATE", o.not_after, "with --topic: when it ends");
                p.option("--serial", "S", o.serial, "with --topic: its serial number");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl apns import push.pem --apple-account mdm@example.org --account-kind managed",
                      "What came back for the CSR of apns csr"},
                     {"mdmctl apns import push.pem --key push.key --apple-account mdm@example.org",
                      "A key that was made elsewhere"},
                     {"mdmctl apns import push.pem --track --apple-account mdm@example.org --tenant acme",
                      "The key is in the MDM server"}},
        .codes = cli::codes(
            {ErrorCode::certificate_exists, ErrorCode::not_a_push_certificate, ErrorCode::other_tenant,
             ErrorCode::topic_mismatch, ErrorCode::no_such_policy, ErrorCode::key_mismatch, ErrorCode::expired,
             ErrorCode::not_yet_valid, ErrorCode::sandbox_certificate, ErrorCode::not_a_certificate,
             ErrorCode::passphrase_needed, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store,
             ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
            apns::credential_codes),
    });
}

}  // namespace mdm::apps
