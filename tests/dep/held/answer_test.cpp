// SPDX-License-Identifier: Apache-2.0
#include "dep/answer.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

TEST_CASE("what Apple says of the token in use is noted, and shows in the inventory until it says otherwise") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto note = [&](const Proof& proof, Time now, std::optional<Time> retry_at = {}) {
        holding.with_token(
            "acme",
            [&](store::Change& c, const store::Tenant& whose, HeldToken& held) {
                note_answer(c.transaction(), whose, held, proof, retry_at, c.now());
            },
            now);
        return holding.current("acme");
    };
    const auto line = [&] { return holding.lines("acme").front(); };
    const Time first_day = at("2026-04-01"), second_day = at("2026-04-02"), third_day = at("2026-04-03");
    const Time imported = line().changed_at;

    CHECK(note(proven(), first_day).standing == Standing::good);
    CHECK(line().changed_at == imported);
    HeldToken held = note(refused_with(ErrorCode::terms_not_accepted), first_day);
    CHECK(held.standing == Standing::terms_not_accepted);
    CHECK(held.standing_at == first_day);
    CHECK(line().state == "invalid");
    CHECK(line().next_command == "mdmctl dep account");
    CHECK(line().changed_at == first_day);
    // The same once more is nothing new, and neither is what says nothing of the token.
    held = note(refused_with(ErrorCode::terms_not_accepted), second_day);
    CHECK(held.standing_at == first_day);
    held = note(refused_with(ErrorCode::clock_skew), second_day);
    CHECK(held.standing == Standing::terms_not_accepted);
    CHECK(line().changed_at == first_day);
    held = note(refused_with(ErrorCode::token_superseded), second_day);
    CHECK(held.standing == Standing::superseded);
    CHECK(held.standing_at == second_day);
    CHECK(line().next_command == "mdmctl dep setup --renew");
    CHECK(note(refused_with(ErrorCode::token_rejected), second_day).standing == Standing::rejected);

    held = note(proven({.server_name = "Acme, renamed", .admin_id = "kim@acme.example"}), third_day);
    CHECK(held.standing == Standing::good);
    CHECK_FALSE(held.standing_at);
    CHECK(held.current.service.server_name == "Acme, renamed");
    CHECK(line().state == "valid");
    CHECK(line().account == "kim@acme.example");
    CHECK(line().changed_at == third_day);

    CHECK(note({}, third_day, at("2026-04-04")).retry_at == at("2026-04-04"));
    CHECK_FALSE(note(proven(), third_day).retry_at);
}

TEST_CASE("what contradicts what Apple said before is not kept: something else has answered") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.with_token("acme", [](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, refused_with(ErrorCode::token_rejected), {}, c.now());
    });
    const HeldToken before = holding.current("acme");
    struct Answer {
        AccountOptions account;
        Codes codes;
    };
    for (const Answer& answer :
         {Answer{{.server_uuid = "FFFF"}, {"other_server"}}, Answer{{.org_id = "99"}, {"other_organization"}},
          Answer{{.server_uuid = "FFFF", .org_id = "99"}, {"other_server", "other_organization"}}}) {
        CHECK(errors(contradictions(before, proven(answer.account), "acme")) == answer.codes);
        holding.with_token("acme", [&](store::Change& c, const store::Tenant& whose, HeldToken& held) {
            note_answer(c.transaction(), whose, held, proven(answer.account), {}, c.now());
        });
        const HeldToken after = holding.current("acme");
        CHECK(after.standing == Standing::rejected);
        CHECK(after.current.service.server_uuid == "9D0C");
        CHECK(after.current.service.org_id == "77");
    }
    // What is not said contradicts nothing, and takes nothing away.
    for (const AccountOptions& silent : {AccountOptions{.server_uuid = ""}, AccountOptions{.org_id = ""}})
        CHECK(contradictions(before, proven(silent), "acme").empty());
    CHECK(contradictions(before, unproven(), "acme").empty());
    holding.with_token("acme", [](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, proven({.org_id = "", .admin_id = ""}), {}, c.now());
    });
    CHECK(holding.current("acme").current.service.org_id == "77");
    CHECK(holding.current("acme").account() == "jo@acme.example");
}

TEST_CASE("a token that is over by its date is not refused besides") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    HeldToken held = holding.current("acme");
    take_answer(held, refused_with(ErrorCode::token_rejected), at("2027-02-01"));
    CHECK(held.standing == Standing::good);
    take_answer(held, refused_with(ErrorCode::token_rejected), at("2027-01-01"));
    CHECK(held.standing == Standing::rejected);
}

TEST_CASE("a token that a refused download has ended is dead in the store as well") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    const auto judged = holding.look("globex", [&](store::Transaction& t, const store::Tenant& whose) {
        return judge_renewal(t, whose, token_meant(t, whose, ""), holding.download("globex", second_token),
                             renewal_day);
    });
    REQUIRE(judged.ended.size() == 1);
    const auto note = [&](Time now) {
        store::Store store = holding.store();
        store.note([&](store::Transaction& t) { note_ended(t, judged.ended.front(), now); });
        return holding.current("acme");
    };
    const HeldToken dead = note(renewal_day);
    CHECK(dead.standing == Standing::superseded);
    CHECK(dead.standing_at == renewal_day);
    CHECK(holding.lines("acme").front().state == "invalid");
    CHECK(holding.current("globex").standing == Standing::good);
    CHECK(note(at("2026-12-30")).standing_at == renewal_day);
    // The one that has taken its place meanwhile is not meant.
    holding.renew("acme", holding.download("acme", second_token));
    CHECK(note(at("2026-12-30")).standing == Standing::good);
}
