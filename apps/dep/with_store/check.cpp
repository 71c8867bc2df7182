// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "dep/with_store/acceptance.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/token_arrival.hpp"
#include "dep/with_store/token_session.hpp"
#include "rooms/verdict_answer.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    ArrivalOptions arrival;
    std::string allow_other_server;
};

/// Whatever keeps the current token from being found is "nothing to compare with".
bool is_absence(ErrorCode code) {
    return code == ErrorCode::no_store || code == ErrorCode::no_such_token || code == ErrorCode::no_such_tenant;
}

cli::Record candidate_record(const dep::Download& download, Time now) {
    const dep::ServerToken* token = download.opening && download.opening->token ? &*download.opening->token : nullptr;
    std::optional<Time> expiry;
    if (token != nullptr)
        expiry = token->access_token_expiry;
    else if (download.told)
        expiry = download.told->expiry;
    const dep::Service service = download.proof.service();
    return {{"file", none_if_empty(download.file)},
            {"consumer_key", token ? cli::Value(token->consumer_key) : cli::Value()},
            {"server_name", none_if_empty(service.server_name)},
            {"server_uuid", none_if_empty(service.server_uuid)},
            {"org_name", none_if_empty(service.org_name)},
            {"org_id", none_if_empty(service.org_id)},
            {"apple_account", none_if_empty(service.admin_id)},
            {"access_token_expiry", expiry},
            {"days_left", expiry ? cli::Value(days_between(now, *expiry)) : cli::Value()}};
}

/// Terms, a wrong clock and a missing right say nothing of the file: it may be a renewal behind them.
bool says_nothing_of_the_file(ErrorCode code) {
    return code == ErrorCode::terms_not_accepted || code == ErrorCode::clock_skew || code == ErrorCode::access_denied;
}

std::string_view verdict_of(const dep::Judgement& judgement) {
    if (const Finding* first = first_error(judgement.findings))
        return says_nothing_of_the_file(first->code) ? "undecided" : "not_a_renewal";
    return judgement.current ? "current" : "renewal";
}

cli::Result judged(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    store::Store store = open_dep_store(world);
    const auto judge = [&](store::Transaction& transaction, const store::Tenant& tenant,
                           const dep::Download& download) {
        const auto held = dep::token_meant(transaction, tenant, o.arrival.name);
        return dep::judge_renewal(transaction, tenant, held, download, now).findings;
    };
    dep::Download download = read_arrival(world, store, o.arrival, judge);
    download.allowed_server = o.allow_other_server;
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
    const dep::HeldToken held = dep::token_meant(transaction, tenant, o.arrival.name);
    judge_renewal_usage(transaction, world.settings, tenant, held, download);
    const auto judgement = dep::judge_renewal(transaction, tenant, held, download, now);
    return verdict_answer(verdict_of(judgement), token_record(transaction, tenant, held, now),
                          candidate_record(download, now), judgement.findings);
}

cli::Result run(cli::World& world, const Options& o) {
    judge_arrival_usage(o.arrival);
    try {
        return judged(world, o);
    } catch (const Error& e) {
        if (!is_absence(e.code()))
            return undecided(e);
        return undecided(
            {ErrorCode::nothing_to_compare,
             fmt::format("there is no current server token to compare '{}' with: {}", o.arrival.file.path, e.message()),
             "mdmctl dep import FILE takes the first one"});
    }
}

}  // namespace

cli::Command dep_check_command() {
    return cli::command<Options>({
        .name = "check",
        .summary = "Say whether a server token file renews the current one",
        .details =
            "Judges exactly as dep renew --dry-run does, Apple's answer included, and changes nothing: a gate for CI. "
            "The verdict is always on standard output: renewal, current (it is the token in use), not_a_renewal, or "
            "undecided where something kept it from judging; code is the first of the findings.\n\n"
            "Exit 0 is a renewal or the current one, 3 nothing to compare with, 4 refused by a rule, 5 Apple does not "
            "take the token (token_expired, token_superseded, token_rejected, terms_not_accepted, clock_skew), 6 Apple "
            "does not answer, 7 the file is no server token.",
        .options =
            [](cli::Parser& p, Options& o) {
                declare_arrival(p, o.arrival);
                p.option("--allow-other-server", "UUID", o.allow_other_server, "as in dep renew")
                    .excludes({"--offline", "--track"});
            },
        .run = run,
        .examples = {{"mdmctl dep check token.p7m", "May it take the current one's place?"},
                     {"mdmctl dep check token.p7m --output json | jq -r .verdict", "For a script"}},
        .codes = cli::codes({ErrorCode::nothing_to_compare, ErrorCode::token_ambiguous}, arrival_codes()),
        .asks_services = true,
    });
}

}  // namespace mdm::apps
