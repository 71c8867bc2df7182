// SPDX-License-Identifier: Apache-2.0
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
    std::string allow_other_server;
};

/// previous   the end of the one whose place it took; nullopt: nothing was changed
cli::Record record_of(Changing& run, const dep::HeldToken& held, std::optional<Time> previous,
                      const std::vector<Finding>& findings) {
    cli::Record record = token_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", previous.has_value()});
    record.add({"previous_access_token_expiry", previous});
    record.add({"findings", findings});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    judge_arrival_usage(o.arrival);
    store::Store store = open_dep_store(world);
    const auto judge = [&](store::Transaction& transaction, const store::Tenant& tenant,
                           const dep::Download& download) {
        const auto held = dep::token_meant(transaction, tenant, o.arrival.name);
        return dep::judge_renewal(transaction, tenant, held, download, world.clock.now()).findings;
    };
    dep::Download download = read_arrival(world, store, o.arrival, judge);
    download.allowed_server = o.allow_other_server;
    return renew_with_download(world, store, o.arrival.name, download);
}

}  // namespace

void judge_renewal_usage(store::Transaction& transaction, const cli::Settings& settings, const store::Tenant& tenant,
                         const dep::HeldToken& held, const dep::Download& download) {
    if (!download.allowed_server.empty())
        access::demand_named_tenant(transaction, settings);
    if (download.tracked() && held.current.is_held())
        throw Error{ErrorCode::bad_usage,
                    fmt::format("the store holds the key of {}: --track is for a token whose key another server holds",
                                dep::called(held, tenant.name)),
                    "without --track FILE is opened and proven"};
}

cli::Record renew_with_download(cli::World& world, store::Store& store, const std::string& name,
                                const dep::Download& download) {
    std::vector<dep::FoundToken> ended;
    return keeping_what_ended(world, store, ended, [&] {
        return changing_token(world, store, "dep renew", [&](Changing& run) {
            dep::HeldToken held = dep::token_meant(run.transaction(), run.tenant(), name);
            run.about(token_object(held.name));
            judge_renewal_usage(run.transaction(), world.settings, run.tenant(), held, download);
            const dep::Version before = held.current;
            const auto judgement = dep::judge_renewal(run.transaction(), run.tenant(), held, download, run.now());
            ended = judgement.ended;
            refuse_on_error(judgement.findings);
            if (judgement.current) {
                dep::take_answer(held, download.proof, run.now());
                const cli::Record record = record_of(run, held, std::nullopt, judgement.findings);
                run.release();
                keep_answer(world, store, run.tenant(), held, download.proof, std::nullopt);
                world.say(fmt::format("'{}' is {} already; nothing was changed", download.file,
                                      dep::called(held, run.tenant().name)));
                return record;
            }
            const std::string event_before = token_value(held);
            dep::renew(run.change(), run.tenant(), held, download);
            const cli::Record record = record_of(run, held, before.access_token_expiry, judgement.findings);
            run.finish(event_before, token_value(held));
            warn_of_findings(world, judgement.findings);
            world.say(run.is_dry_run() ? fmt::format("'{}' renews {}; nothing was changed", download.file,
                                                     dep::called(held, run.tenant().name))
                                       : fmt::format("{} now ends on {}", dep::called(held, run.tenant().name),
                                                     to_rfc3339(held.current.access_token_expiry)));
            return record;
        });
    });
}

cli::Command dep_renew_command() {
    return cli::command<Options>({
        .name = "renew",
        .summary = "Put a newly downloaded server token in the place of the current one",
        .details =
            "Replaces the current token if FILE is the same service's; else nothing is changed, every reason is "
            "listed, and code is the first of: not_for_our_key, other_tenant, other_server, other_organization, "
            "older_than_current, token_expired, token_superseded, token_rejected, terms_not_accepted, clock_skew. "
            "Apple is asked for the account of the new token, and its answer (server_uuid, org_id) held against the "
            "one "
            "of the current token when that last worked, for downloading FILE has ended it. With --offline the "
            "consumer "
            "keys are compared instead, and nothing proves that it works.\n\n"
            "A refusal says which tokens are dead by now: Apple keeps none beside the newest one of a service. "
            "Devices, "
            "enrollment profiles and assignments belong to the service; --allow-other-server with the UUID typed out "
            "is "
            "for one that was made anew in the portal, and goes past other_server and past nothing else. Another Apple "
            "Account is a warning.\n\n"
            "What was current stays in the store, and dep history shows it. The change is one transaction; run again "
            "after a kill, the command finishes it or says that it is done (changed: false).",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_arrival(p, o.arrival);
                p.option("--allow-other-server", "UUID", o.allow_other_server,
                         "the server_uuid of the service that was made anew, typed out")
                    .excludes({"--offline", "--track"});
            },
        .run = run,
        .examples = {{"mdmctl dep renew Acme_Token_2027-11-20T08-15-30Z_smime.p7m", "Once a year"},
                     {"mdmctl dep renew token.p7m --dry-run", "Would it be taken?"},
                     {"mdmctl dep renew --track token.p7m --tenant acme",
                      "Another server renewed it: watch the new date"}},
        .codes = cli::codes({ErrorCode::no_such_token, ErrorCode::token_ambiguous}, arrival_codes()),
        .asks_services = true,
    });
}

}  // namespace mdm::apps
