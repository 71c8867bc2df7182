// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "dep/answer.hpp"
#include "dep/with_store/acceptance.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/kept_answer.hpp"
#include "dep/with_store/token_arrival.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    ArrivalOptions arrival;
    std::string note;
    bool without_apns = false;
};

dep::ImportOrder order_of(const Options& o) {
    return {.name = o.arrival.name, .note = o.note, .without_apns = o.without_apns};
}

cli::Record record_of(Changing& run, const dep::HeldToken& held, bool changed, const std::vector<Finding>& findings) {
    cli::Record record = token_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", changed});
    record.add({"findings", findings});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    judge_arrival_usage(o.arrival);
    judge_note(o.note);
    const dep::ImportOrder order = order_of(o);
    store::Store store = open_dep_store(world);
    const auto judge = [&](store::Transaction& transaction, const store::Tenant& tenant,
                           const dep::Download& download) {
        return dep::judge_import(transaction, tenant, order, download, world.clock.now()).findings;
    };
    return import_download(world, store, order, read_arrival(world, store, o.arrival, judge));
}

}  // namespace

cli::Record import_download(cli::World& world, store::Store& store, const dep::ImportOrder& order,
                            const dep::Download& download) {
    std::vector<dep::FoundToken> ended;
    return keeping_what_ended(world, store, ended, [&] {
        return changing_token(world, store, "dep import", [&](Changing& run) {
            const auto judgement = dep::judge_import(run.transaction(), run.tenant(), order, download, run.now());
            run.about(token_object(order.name.empty() ? dep::usual_name : std::string_view(order.name)));
            ended = judgement.ended;
            refuse_on_error(judgement.findings);
            if (judgement.current) {
                dep::HeldToken held = *judgement.current;
                dep::take_answer(held, download.proof, run.now());
                const cli::Record record = record_of(run, held, false, judgement.findings);
                run.release();
                keep_answer(world, store, run.tenant(), *judgement.current, download.proof, std::nullopt);
                world.say(fmt::format("'{}' is {} already; nothing was changed", download.file,
                                      dep::called(held, run.tenant().name)));
                return record;
            }
            const dep::HeldToken held = dep::import(run.change(), run.tenant(), order, download);
            const cli::Record record = record_of(run, held, true, judgement.findings);
            run.finish(std::nullopt, token_value(held));
            warn_of_findings(world, judgement.findings);
            world.say(run.is_dry_run() ? "the server token can be imported; nothing was changed"
                                       : fmt::format("{} {}, until {}", download.tracked() ? "tracks" : "holds",
                                                     dep::called(held, run.tenant().name),
                                                     to_rfc3339(held.current.access_token_expiry)));
            return record;
        });
    });
}

cli::Command dep_import_command() {
    return cli::command<Options>({
        .name = "import",
        .summary = "Take a tenant's first server token into the store",
        .details =
            "FILE is what the portal gave out for the certificate of dep pubkey. It is opened with the tenant's key, "
            "Apple is asked for its account, and only a token that works is kept, sealed, together with what Apple "
            "says of its service and organisation. Import within the hour of the download: that has ended the token in "
            "use so far.\n\n"
            "Import never takes a token's place: where the tenant has one of that name, or of the same service, FILE "
            "is judged as dep renew would and refused with every reason. The very token in use is left as it is. A "
            "refusal says which tokens are dead by now.\n\n"
            "The first import needs a valid push certificate (no_push_certificate, push_certificate_expired; exit 4), "
            "for without one no device can enroll; --without-apns goes on without.\n\n"
            "--track records a token whose key another server holds: nothing is opened and nobody is asked. With "
            "--public-key FILE must be made for it (not_for_this_server); without --expires the end is reckoned from "
            "the time in the file's name (expiry_estimated).\n\n"
            "The change is one transaction; run again after a kill, the command finishes it or says that it is done.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_arrival(p, o.arrival);
                p.option("--note", "TEXT", o.note, "what your successor should know");
                p.flag("--without-apns", o.without_apns, "though the tenant has no valid push certificate");
            },
        .run = run,
        .examples = {{"mdmctl dep import Acme_Token_2026-11-23T08-15-30Z_smime.p7m", "What was downloaded"},
                     {"mdmctl dep import token.p7m --name warehouse", "A second service of the same tenant"},
                     {"mdmctl dep import token.p7m --track --public-key server.pem --tenant acme",
                      "The MDM server holds the key: watch the date"}},
        .codes =
            cli::codes({ErrorCode::token_exists, ErrorCode::no_push_certificate, ErrorCode::push_certificate_expired},
                       arrival_codes()),
        .asks_services = true,
    });
}

}  // namespace mdm::apps
