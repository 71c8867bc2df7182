// SPDX-License-Identifier: Apache-2.0
#include "dep/account_holdings.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// Of acme alone.
std::vector<store::AccountHolding> holdings(const TokenHolding& holding, Time now = some_day) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
        return account_holdings(t, store::TenantPage({whose}), now);
    });
}

}  // namespace

TEST_CASE("a server token hangs on the account that downloaded it, as Apple says, or a person") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(holdings(holding).empty());
    holding.import_both();
    REQUIRE(holdings(holding).size() == 1);
    const store::AccountHolding one = holdings(holding).front();
    CHECK(one.account == "jo@acme.example");
    CHECK(one.service == "dep");
    CHECK(one.name == "default");
    CHECK(one.state == "valid");
    CHECK(one.not_after == at("2027-01-14T21:27:41Z"));
    CHECK_FALSE(one.renewable_until);
    CHECK(one.consequence.find("changes its password or leaves") != std::string::npos);
    CHECK(holdings(holding, at("2027-01-01")).front().state == "expiring");
    holding.with_token("acme", [](store::Change& c, const store::Tenant&, HeldToken& held) {
        held.apple_account = "it@acme.example";
        update(c.transaction(), held);
    });
    CHECK(holdings(holding).front().account == "it@acme.example");
    holding.remove("acme");
    CHECK(holdings(holding).empty());
}

TEST_CASE("a token of which nobody knows the account hangs on none") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme", {}, unproven()));
    CHECK(holdings(holding).empty());
}

TEST_CASE("the tokens of a page of tenants come by the tenants' names") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const store::TenantPage page = store::TenantPages(transaction, {}).next();
    std::vector<std::string> accounts;
    for (const store::AccountHolding& one : account_holdings(transaction, page, some_day))
        accounts.push_back(page.by_id(one.tenant).name + " " + one.account);
    CHECK(accounts == std::vector<std::string>{"acme jo@acme.example", "globex kim@globex.example"});
}
