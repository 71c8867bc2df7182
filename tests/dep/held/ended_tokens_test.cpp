// SPDX-License-Identifier: Apache-2.0
#include "dep/ended_tokens.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

/// Made for the key of another tenant.
Download for_the_key_of(const TokenHolding& holding, const std::string& key_of, const std::string& tenant) {
    return holding.download_of(tenant, made_for(holding.keys(key_of).front().certificate, token_message()), {});
}

}  // namespace

TEST_CASE("a refusal says that the file's own token is dead where a newer one is known") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.renew("acme", holding.download("acme", second_token));
    const auto older = holding.renew("acme", holding.download("acme", {}, unproven()));
    CHECK(errors(older) == Codes{"older_than_current"});
    CHECK(ended(older) == Lines{"token.p7m"});
    const TokenOptions third{.access_token = "AT_third", .expiry = "2027-12-21"};
    const auto superseded =
        holding.renew("acme", holding.download("acme", third, refused_with(ErrorCode::token_superseded)));
    CHECK(ended(superseded) == Lines{"token.p7m"});
}

TEST_CASE("a refusal says which tokens of the store the download has ended, whosever they are") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    // Acme's token, brought for globex.
    const auto of_acme = holding.renew("globex", holding.download("globex", second_token));
    CHECK(errors(of_acme) == Codes{"other_tenant", "other_server", "other_organization"});
    CHECK(ended(of_acme) == Lines{"acme/default"});
    // A token of acme's own service that Apple does not take has ended the current one all the same.
    for (const ErrorCode code : {ErrorCode::terms_not_accepted, ErrorCode::clock_skew, ErrorCode::token_rejected})
        CHECK(ended(holding.renew("acme", holding.download("acme", second_token, refused_with(code)))) ==
              Lines{"acme/default"});
    // One of a service that nobody here has.
    const TokenOptions unknown{.consumer_key = "CK_x", .access_token = "AT_x", .expiry = "2027-12-20"};
    const auto of_nobody = holding.renew(
        "acme", holding.download("acme", unknown, proven({.server_uuid = "FFFF", .server_name = "Elsewhere"})));
    REQUIRE(ended(of_nobody) == Lines{""});
    CHECK(of_nobody.back().message ==
          "whatever token the service 'Elsewhere' had before 'token.p7m' is dead by now; no token of this store was "
          "ended");
    // One that does not open: whose service it is of nobody can tell.
    const auto closed = holding.renew("acme", for_the_key_of(holding, "globex", "acme"));
    CHECK(errors(closed) == Codes{"other_tenant"});
    REQUIRE(ended(closed) == Lines{""});
    CHECK(closed.back().message.find("has no other token that works") != std::string::npos);
}

TEST_CASE("the token that another tenant has in use has ended nothing") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    const auto findings = holding.renew("acme", holding.download("acme", globex_token, proven(globex_account)));
    CHECK(errors(findings) == Codes{"other_tenant", "other_server", "other_organization"});
    CHECK(ended(findings).empty());
}

TEST_CASE("nothing is said to be dead where nothing is refused") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(ended(holding.import("acme", holding.download("acme"))).empty());
    CHECK(ended(holding.renew("acme", holding.download("acme", second_token))).empty());
}

TEST_CASE("of two that end in the same second the one that was downloaded last is alive") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto findings = holding.renew(
        "acme", holding.download("acme", {.access_token = "AT_again"}, refused_with(ErrorCode::terms_not_accepted)));
    CHECK(errors(findings) == Codes{"terms_not_accepted"});
    CHECK(ended(findings) == Lines{"acme/default"});
}
