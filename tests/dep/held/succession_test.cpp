// SPDX-License-Identifier: Apache-2.0
#include "dep/succession.hpp"

#include "catch.hpp"
#include "crypto/digest.hpp"
#include "dep/answer.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a token is imported and renewed, and every one of them stays") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(holding.import("acme", holding.download("acme")).empty());
    const HeldToken first = holding.current("acme");
    CHECK(first.name == "default");
    CHECK(first.origin == "https://mdmenrollment.apple.com");
    CHECK(first.current.consumer_key == "CK_acme");
    CHECK(first.current.access_token_sha256 == crypto::sha256_hex("AT_first"));
    CHECK(first.current.service.server_uuid == "9D0C");
    CHECK(first.current.service.asked_at == some_day);
    CHECK(first.account() == "jo@acme.example");
    CHECK(first.standing == Standing::good);

    CHECK(holding.renew("acme", holding.download("acme", second_token)).empty());
    const HeldToken second = holding.current("acme");
    CHECK(second.id == first.id);
    CHECK(second.current.id != first.current.id);
    CHECK(second.current.secret != first.current.secret);
    CHECK(second.current.access_token_expiry == at("2027-12-20"));
    CHECK(holding.opened("acme").access_token.reveal() == "AT_second");
    CHECK(holding.events("acme") == Lines{"import", "renew"});
    CHECK(holding.look("acme",
                       [&](store::Transaction& t, const store::Tenant&) { return versions(t, first.id).size(); }) == 2);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("a service that was made anew takes the place of the one before, and history says so") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    Download download = holding.download("acme", second_token, proven({.server_uuid = "FFFF"}));
    download.allowed_server = "FFFF";
    const auto findings = holding.renew("acme", download);
    CHECK(errors(findings).empty());
    CHECK(remarks(findings) == Codes{"other_server"});
    CHECK(holding.current("acme").current.service.server_uuid == "FFFF");
    CHECK(holding.events("acme") == Lines{"import", "replace"});
}

TEST_CASE("another Apple Account is a warning, and is written down") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    CHECK(holding.lines("acme").front().account == "jo@acme.example");
    const auto findings =
        holding.renew("acme", holding.download("acme", second_token, proven({.admin_id = "kim@acme.example"})));
    CHECK(codes(findings) == Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "kim@acme.example");
    CHECK(holding.lines("acme").front().account == "kim@acme.example");

    Download said = holding.download("acme", {.access_token = "AT_third", .expiry = "2027-12-21"},
                                     proven({.admin_id = "kim@acme.example"}));
    said.apple_account = "it@acme.example";
    CHECK(codes(holding.renew("acme", said)) == Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "it@acme.example");
    // What a person said of one token says nothing of the next.
    CHECK(
        codes(holding.renew("acme", holding.download("acme", {.access_token = "AT_fourth", .expiry = "2027-12-22"}))) ==
        Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "jo@acme.example");
    // But where Apple says nothing it is all there is.
    Download told_again = holding.download("acme", {.access_token = "AT_5", .expiry = "2027-12-23"}, unproven());
    told_again.apple_account = "it@acme.example";
    holding.renew("acme", told_again);
    holding.renew("acme", holding.download("acme", {.access_token = "AT_6", .expiry = "2027-12-24"}, unproven()));
    CHECK(holding.current("acme").account() == "it@acme.example");
}

TEST_CASE("a token that another server holds is tracked by its end alone") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.by("acme",
               [](store::Change& c, const store::Tenant& whose) { return track(c, whose, at("2027-01-14")).id; });
    const HeldToken held = holding.current("acme");
    CHECK_FALSE(held.current.is_held());
    CHECK_FALSE(held.current.consumer_key);
    CHECK(holding.events("acme") == Lines{"track"});
    REQUIRE(holding.lines("acme").size() == 1);
    const store::InventoryItem line = holding.lines("acme").front();
    CHECK(line.state == "tracked");
    CHECK(line.key == "tracked");
    CHECK(line.not_after == at("2027-01-14"));
    CHECK(line.next_command == "mdmctl dep renew --track FILE.p7m");

    CHECK(holding.renew("acme", told("2027-01-14")).empty());
    CHECK(holding.events("acme") == Lines{"track"});
    CHECK(errors(holding.renew("acme", told("2027-12-24"))).empty());
    CHECK(errors(holding.renew("acme", told("2027-12-25"), at("2028-01-01"))) == Codes{"token_expired"});
    CHECK(holding.events("acme") == Lines{"track", "renew"});
    CHECK(holding.lines("acme").front().not_after == at("2027-12-24"));
    CHECK(code_of([&] { return holding.opened("acme"); }) == "key_not_held");
}

TEST_CASE("an end that was reckoned is known as such, and gives way to the one that is told") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    Download reckoned = told("2027-01-14");
    reckoned.told->estimated = true;
    CHECK(errors(holding.import("acme", reckoned)).empty());
    CHECK(holding.current("acme").current.estimated);
    CHECK(errors(holding.renew("acme", told("2027-01-13"))).empty());
    CHECK_FALSE(holding.current("acme").current.estimated);
}

TEST_CASE("the public key of another server is kept once") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto with_key = [](const char* end, const std::string& key) {
        Download download = told(end);
        download.told->public_key = token_certificate({.key = key, .serial = "0A0B"});
        return download;
    };
    holding.import("acme", with_key("2027-01-14", "elsewhere"));
    const auto first = holding.current("acme").current.key;
    CHECK(first);
    CHECK(holding.keys("acme").size() == 2);
    holding.renew("acme", with_key("2027-12-14", "elsewhere"));
    CHECK(holding.current("acme").current.key == first);
    CHECK(holding.keys("acme").size() == 2);
    holding.renew("acme", with_key("2027-12-15", "elsewhere, new"));
    CHECK(holding.current("acme").current.key != first);
    CHECK(holding.keys("acme").size() == 3);
}

TEST_CASE("a tracked token is held from the first one on that opens here") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", told("2026-12-24"));
    CHECK(holding.current("acme").origin.empty());
    CHECK(errors(holding.renew("acme", holding.download("acme"))).empty());
    CHECK(holding.current("acme").origin == "https://mdmenrollment.apple.com");
    CHECK(holding.current("acme").current.is_held());
    CHECK(holding.lines("acme").front().key == "held");
    CHECK(holding.lines("acme").front().state == "valid");
    CHECK(holding.opened("acme").access_token.reveal() == "AT_first");
}

TEST_CASE("a renewal is good, whatever Apple said of the token before it") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.with_token("acme", [](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, refused_with(ErrorCode::token_superseded), at("2026-04-04"), c.now());
    });
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token))).empty());
    const HeldToken held = holding.current("acme");
    CHECK(held.standing == Standing::good);
    CHECK_FALSE(held.standing_at);
    CHECK_FALSE(held.retry_at);
    CHECK(holding.lines("acme").front().state == "valid");
}

TEST_CASE("a token that is removed leaves the inventory, and is back with all it had") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.remove("acme");
    CHECK(holding.lines("acme").empty());
    const std::string why = message_of([&] { return holding.renew("acme", holding.download("acme", second_token)); });
    CHECK(why == "the server token of 'acme' was removed");
    CHECK(code_of([&] { return holding.renew("acme", holding.download("acme", second_token)); }) == "no_such_token");
    holding.with_token("acme", [](auto& c, auto& whose, auto& held) { bring_back(c, whose, held); });
    CHECK(holding.lines("acme").size() == 1);
    CHECK(holding.opened("acme").access_token.reveal() == "AT_first");
    CHECK(holding.events("acme") == Lines{"import", "remove", "restore"});
}

// Both bring the same renewal: one becomes current, and the other finds it there.
TEST_CASE("of two renewals at the same moment one comes through, 40 times") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    constexpr int rounds = 40;
    int ended_well = 0;
    for (int round = 1; round <= rounds; ++round) {
        const auto end = at("2027-02-01") + std::chrono::hours{round};
        const Download download =
            holding.download("acme", {.access_token = "AT_" + std::to_string(round), .expiry = to_rfc3339(end)});
        ended_well += in_processes(2, [&](int) {
            if (first_error(holding.renew("acme", download)) != nullptr)
                throw Error{ErrorCode::token_exists, "refused"};
        });
    }
    CHECK(ended_well == 2 * rounds);
    CHECK(holding.events("acme").size() == rounds + 1);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("a token that another run has moved meanwhile is not moved again") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    HeldToken stale = holding.current("acme");
    holding.renew("acme", holding.download("acme", second_token));
    CHECK(code_of([&] {
              return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
                  renew(c, whose, stale,
                        holding.download("acme", {.access_token = "AT_third", .expiry = "2028-01-01"}));
                  return 0;
              });
          }) == "changed_meanwhile");
    CHECK(holding.events("acme") == Lines{"import", "renew"});
}
