// SPDX-License-Identifier: Apache-2.0
#include "access/changing.hpp"
#include "access/policy_meant.hpp"
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/told.hpp"
#include "expiry/told_file.hpp"
#include "rooms/every_room.hpp"

#include <array>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

constexpr std::string_view service_of_a_date = "other";

struct Options {
    cli::InputFile file;
    cli::InputFile passphrase_file;
    std::optional<Time> date;
    std::string name;
    std::string service;
    std::string policy;
    std::string account;
};

/// What is told, but for the policy, which the store knows.
expiry::Told told_by(const cli::World& world, const Options& o) {
    if (o.file.given() == o.date.has_value())
        throw Error{ErrorCode::bad_usage,
                    o.date ? "FILE and --date do not go together" : "there is neither FILE nor --date",
                    "a file says its end itself: mdmctl expiry add FILE, or --date D --name N"};
    expiry::Told told{std::string(service_of_a_date), o.name, o.date.value_or(Time{}), "", o.account};
    if (o.file.given()) {
        EndInFile end = end_in_file(world, o.file, o.passphrase_file);
        for (const Finding& remark : end.remarks)
            world.warn(remark.message + (remark.hint.empty() ? "" : ": " + remark.hint));
        told.service = std::move(end.service);
        told.not_after = end.not_after;
        if (o.name.empty())
            told.name = std::move(end.name);
    }
    if (!o.service.empty())
        told.service = lower_case(o.service);
    if (told.name.empty())
        throw Error{ErrorCode::bad_usage, "it has no name of its own", "--name says what it is to be called"};
    expiry::judge(told);
    return told;
}

std::string_view word(expiry::Telling::Outcome outcome) {
    constexpr std::array<std::string_view, 4> words{"watched over", "renewed", "noted", "known already"};
    return words.at(static_cast<std::size_t>(outcome));
}

std::string value_of(const expiry::Told& told, Time end) {
    return json_object({{"item", fmt::format("{}/{}", told.service, told.name)}, {"not_after", to_rfc3339(end)}});
}

cli::Record record_of(const std::optional<store::Tenant>& tenant, const expiry::Told& told, const std::string& policy,
                      Time now, bool changed) {
    return {{"tenant", tenant ? std::optional(tenant->name) : std::nullopt},
            {"service", told.service},
            {"name", told.name},
            {"expires", told.not_after},
            {"days_left", days_between(now, told.not_after)},
            {"policy", policy},
            {"changed", changed}};
}

cli::Result run(cli::World& world, const Options& o) {
    expiry::Told told = told_by(world, o);
    const access::Work work{.command = "expiry add",
                            .object = fmt::format("item {}/{}", told.service, told.name),
                            .rooms = every_room(),
                            .on_store = access::is_store_root(world.settings, o.policy)};
    return access::changing(world, work, [&](access::Changing& run) -> cli::Result {
        const auto meant = access::policy_meant(run.transaction(), world.settings, o.policy);
        told.policy = o.policy.empty() ? "" : meant.policy.id;
        const expiry::Telling telling = expiry::tell(run.change(), meant.tenant, told);
        const bool changed = telling.outcome != expiry::Telling::Outcome::unchanged;
        if (changed)
            run.finish(telling.before ? std::optional(value_of(told, *telling.before)) : std::nullopt,
                       value_of(told, told.not_after));
        world.say(run.is_dry_run() ? "it can be added; nothing was changed"
                                   : fmt::format("{}/{} until {}: {}", told.service, told.name,
                                                 to_rfc3339(told.not_after), word(telling.outcome)));
        return record_of(meant.tenant, told, store::policy_name(run.transaction(), telling.policy), run.now(), changed);
    });
}

}  // namespace

cli::Command expiry_add_command() {
    return cli::command<Options>({
        .name = "add",
        .summary = "Watch over the end of anything: a TLS or SCEP certificate, an Apps and Books token, a plain date",
        .details =
            "FILE is a certificate (PEM, DER), a PKCS#12 or an Apps and Books token (.vpptoken); nothing of it but "
            "its end and its name is kept. Of several certificates in one file the one that ends first counts. Of what "
            "cannot be read, as of a server token whose end is encrypted, --date tells.\n\n"
            "SERVICE says what kind of thing it is: certificate and vpp are seen in the file, other is what a date is, "
            "and any word of yours will do. What mdmctl's own commands look after (apns, dep, ...) is kept by them.\n\n"
            "Told again with a later end, it was renewed; it stays with its policy and account unless others are "
            "given. An earlier end is refused (ends_before_current): it may be last year's file. Run again, it changes "
            "nothing more.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "what says its end itself").optional();
                p.option("--date", "TIME", o.date, "when it ends, as 2027-03-31");
                p.option("--name", "N", o.name, "what it is to be called; needed with --date")
                    .shown_default("what the file calls itself");
                p.option("--service", "S", o.service, "what kind of thing it is: vpp, scep, tls, ...")
                    .shown_default("what the file is");
                p.option("--policy", "P", o.policy,
                         "whose days and contacts count; / is the store's root, for what all tenants use, unless "
                         "--tenant or MDMCTL_TENANT names one")
                    .shown_default("the tenant's root policy");
                p.option("--account", "A", o.account, "the account that it was got with");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens a PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl expiry add sToken_for_acme.vpptoken --tenant acme --name 'Apps and Books'",
                      "An Apps and Books token"},
                     {"mdmctl expiry add /etc/ssl/certs/scep.pem --tenant acme --service scep --name issuing-ca",
                      "The CA that signs device certificates"},
                     {"mdmctl expiry add --date 2027-03-31 --tenant acme --name 'support contract'", "A plain date"}},
        .codes = {ErrorCode::end_unknown, ErrorCode::item_exists, ErrorCode::ends_before_current, ErrorCode::bad_name,
                  ErrorCode::passphrase_needed, ErrorCode::wrong_passphrase, ErrorCode::malformed_pem,
                  ErrorCode::malformed_der, ErrorCode::no_such_tenant, ErrorCode::no_such_policy,
                  ErrorCode::tenant_not_named, ErrorCode::handed_over, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
