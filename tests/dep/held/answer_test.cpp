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
