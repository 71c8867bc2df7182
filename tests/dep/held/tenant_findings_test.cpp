// SPDX-License-Identifier: Apache-2.0
#include "dep/tenant_findings.hpp"

#include "catch.hpp"
#include "dep/answer.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// "acme/default error token_rejected", a line for each.
std::vector<std::string> found(const TokenHolding& holding) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const store::TenantPage page = store::TenantPages(transaction, {}).next();
    std::vector<std::string> lines;
    for (const store::TenantFinding& one : tenant_findings(transaction, page))
        lines.push_back(page.by_id(one.tenant).name + "/" + one.name +
                        (one.finding.severity == Severity::error ? " error " : " remark ") +
                        std::string(name(one.finding.code)));
    return lines;
}

void say(const TokenHolding& holding, const Proof& proof) {
    holding.with_token("acme", [&](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, proof, {}, c.now());
    });
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("check says what Apple said last of a token, until it says otherwise or the token is gone") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    CHECK(found(holding).empty());
    for (const ErrorCode code :
         {ErrorCode::token_superseded, ErrorCode::token_rejected, ErrorCode::terms_not_accepted}) {
        say(holding, refused_with(code));
        CHECK(found(holding) == Lines{"acme/default error " + std::string(name(code))});
    }
    say(holding, refused_with(ErrorCode::clock_skew));
    CHECK(found(holding) == Lines{"acme/default error terms_not_accepted"});
    say(holding, proven());
    CHECK(found(holding).empty());
    say(holding, refused_with(ErrorCode::token_superseded));
    holding.remove("acme");
    CHECK(found(holding).empty());
}

TEST_CASE("check says that an end was reckoned") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    Download reckoned = told("2027-01-14");
    reckoned.told->estimated = true;
    holding.import("globex", reckoned);
    CHECK(found(holding) == Lines{"globex/default remark expiry_estimated"});
}

TEST_CASE("a finding names the token and the day, and what is to be done") {
    HeldToken held{
        .name = "lab", .standing = Standing::superseded, .standing_at = at("2026-04-01"), .current = {.secret = "id"}};
    CHECK(standing_finding(held, "acme")->message ==
          "the server token 'lab' of 'acme' is dead: a newer one was downloaded, which ended it (seen "
          "2026-04-01T00:00:00Z)");
    CHECK(standing_finding(held, "acme")->hint == todo_of(held, "superseded"));
    held.standing = Standing::good;
    CHECK_FALSE(standing_finding(held, "acme"));
}
