// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "dep/answer.hpp"
#include "dep/holding.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/kept_answer.hpp"
#include "dep/with_store/token_question.hpp"
#include "dep/with_store/token_session.hpp"
#include "rooms/dep_service.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

std::vector<cli::Record> urls_of(const dep::Account& account) {
    std::vector<cli::Record> urls;
    for (const dep::PermittedService& url : account.urls)
        urls.push_back({{"uri", url.uri},
                        {"http_method", url.http_methods},
                        {"default_limit", url.default_limit},
                        {"maximum_limit", url.maximum_limit}});
    return urls;
}

cli::Record record_of(store::Store& store, const TokenQuestion& question, const dep::Proof& proof, Time now) {
    store::Transaction transaction = store.read();
    dep::HeldToken held = question.held;
    dep::take_answer(held, proof, now);
    held.retry_at.reset();
    const dep::Account account = proof.account.value_or(dep::Account{});
    cli::Record record = token_record(transaction, question.tenant, held, now);
    record.add({"admin_id", none_if_empty(account.apple_account())});
    record.add({"org_email", none_if_empty(account.org_email)});
    record.add({"org_phone", none_if_empty(account.org_phone)});
    record.add({"org_address", none_if_empty(account.org_address)});
    record.add({"org_version", none_if_empty(account.org_version)});
    record.add({"urls", urls_of(account)});
    record.add({"findings", proof.findings});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = open_dep_store(world);
    const Time now = world.clock.now();
    TokenQuestion question = token_question(world, store, world.settings.tenant, o.name);
    refuse_early(question, now);
    DepService service(world.settings, world.clock, std::move(question.token));
    dep::Proof proof = asked(world, store, question, service);
    for (Finding& finding : dep::contradictions(question.held, proof, question.tenant.name))
        proof.findings.push_back(std::move(finding));
    keep_answer(world, store, question.tenant, question.held, proof, std::nullopt);
    return cli::verdict(record_of(store, question, proof, now), proof.findings);
}

}  // namespace

cli::Command dep_account_command() {
    return cli::command<Options>({
        .name = "account",
        .summary = "Ask Apple whose server token it is, and whether it is taken",
        .details =
            "GET /account with the current token: the service, its organisation, the Apple Account that downloaded the "
            "token, and what it may be used for. What Apple says is kept and shown by dep show, status and check: a "
            "token that was superseded, is rejected or waits for new terms (exit 5) stays in the store, with what to "
            "do; asked again, it is valid as soon as Apple takes it.\n\n"
            "A token is sent to the origin that it was imported for and to no other (other_origin). Where Apple wants "
            "to be asked later, the time is kept, and until then nobody is asked (rate_limited, exit 6).",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_token_name(p, o.name); },
        .run = run,
        .examples = {{"mdmctl dep account --tenant acme", "Does it work, and whose is it?"},
                     {"mdmctl dep account --trace dep.trace", "What exactly was asked and answered?"}},
        .codes = {ErrorCode::no_such_token,      ErrorCode::token_ambiguous,  ErrorCode::key_not_held,
                  ErrorCode::token_expired,      ErrorCode::token_superseded, ErrorCode::token_rejected,
                  ErrorCode::terms_not_accepted, ErrorCode::clock_skew,       ErrorCode::access_denied,
                  ErrorCode::other_origin,       ErrorCode::rate_limited,     ErrorCode::unavailable,
                  ErrorCode::timed_out,          ErrorCode::tls_failed,       ErrorCode::bad_answer,
                  ErrorCode::no_such_tenant,     ErrorCode::tenant_not_named, ErrorCode::handed_over,
                  ErrorCode::no_store,           ErrorCode::no_store_key,     ErrorCode::locked},
        .asks_services = true,
    });
}

}  // namespace mdm::apps
