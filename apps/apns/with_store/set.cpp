// SPDX-License-Identifier: Apache-2.0
#include "apns/accounts.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/given_name.hpp"
#include "base/json_object.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string new_name;
    std::string apple_account;
    apns::AccountKind account_kind = apns::AccountKind::unknown;
    std::string reason;
    std::string note_text;
    std::int64_t devices = -1;
};

void judge_usage(const Options& o) {
    if (!o.apple_account.empty() && o.reason.empty())
        throw Error{ErrorCode::bad_usage, "--apple-account needs --reason",
                    "how the certificate came to another account: Apple Support moves one on request"};
    if (!o.new_name.empty())
        judge_given_name(o.new_name, "the certificate's name");
    if (!o.apple_account.empty())
        judge_given_name(o.apple_account, "the Apple Account");
    judge_note(o.note_text);
    if (o.devices < -1)
        throw Error{ErrorCode::bad_usage, "--devices takes a number that is not negative"};
}

std::string told(const apns::HeldCertificate& held, const std::string& reason) {
    return json_object({{"name", held.name},
                        {"apple_account", held.apple_account},
                        {"account_kind", std::string(apns::name(held.account_kind))},
                        {"note", held.note},
                        {"devices", held.devices ? std::optional(std::to_string(*held.devices)) : std::nullopt},
                        {"reason", reason.empty() ? std::nullopt : std::optional(reason)}});
}

void change(Changing& run, apns::HeldCertificate& held, const Options& o) {
    if (!o.new_name.empty())
        apns::rename(run.transaction(), run.tenant(), held, o.new_name);
    if (!o.apple_account.empty()) {
        held.apple_account = o.apple_account;
        held.account_kind = o.account_kind;
    } else if (o.account_kind != apns::AccountKind::unknown) {
        held.account_kind = o.account_kind;
    }
    if (!o.note_text.empty())
        held.note = o.note_text;
    if (o.devices >= 0) {
        held.devices = o.devices;
        held.devices_at = run.now();
    }
    apns::update(run.transaction(), held);
    apns::note_in_inventory(run.transaction(), held, run.tenant(), run.now());
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    return changing(world, "apns set", [&](Changing& run) -> cli::Result {
        apns::HeldCertificate held = apns::certificate_meant(run.transaction(), run.tenant(), o.name);
        run.about(event_object(held.current.topic));
        const std::string before = told(held, "");
        change(run, held, o);
        cli::Record record = held_record(run.transaction(), run.tenant(), held, run.now());
        record.add({"devices", held.devices});
        record.add({"devices_at", held.devices_at});
        run.finish(before, told(held, o.reason));
        if (const auto personal = apns::account_finding(held.apple_account, held.account_kind))
            world.warn(personal->message);
        world.say(run.is_dry_run() ? "it can be set; nothing was changed" : "noted");
        return record;
    });
}

}  // namespace

cli::Command set_command() {
    return cli::command<Options>({
        .name = "set",
        .summary = "Note what is known of a push certificate: account, name, note, number of devices",
        .details =
            "The certificate itself stays as it is. Another Apple Account needs the reason, which the audit keeps: "
            "only the account that made a certificate can renew it, unless Apple Support moved it. --devices is the "
            "number that depend on it, as a person knows it; apns renew says it with the answer.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_name(p, o.name);
                p.option("--new-name", "N", o.new_name, "what it is to be called");
                p.option("--apple-account", "A", o.apple_account, "the account that holds it now").needs({"--reason"});
                p.choice("--account-kind", o.account_kind,
                         {{"managed", apns::AccountKind::managed},
                          {"shared", apns::AccountKind::shared},
                          {"personal", apns::AccountKind::personal}},
                         "what kind of account that is");
                p.option("--reason", "TEXT", o.reason, "how it came to that account").needs({"--apple-account"});
                p.option("--note", "TEXT", o.note_text, "what your successor should know");
                p.option("--devices", "COUNT", o.devices, "how many devices depend on it");
            },
        .run = run,
        .examples = {{"mdmctl apns set --apple-account mdm@example.org --account-kind managed --reason 'moved by Apple "
                      "Support, case 1234'",
                      "The account's owner has left"},
                     {"mdmctl apns set --devices 240 --tenant acme", "As the server's console shows it"}},
        .codes = {ErrorCode::no_such_certificate, ErrorCode::certificate_exists, ErrorCode::bad_name,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked},
    });
}

}  // namespace mdm::apps
