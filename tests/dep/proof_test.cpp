// SPDX-License-Identifier: Apache-2.0
#include "dep/proof.hpp"

#include "catch.hpp"
#include "dep/client.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/scripted_http.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

const Time noon = at("2026-11-22T12:00:00Z");

net::HttpResponse answer(int status, std::string body) { return {.status = status, .body = std::move(body)}; }

/// What comes of asking a service that answers so.
Proof proof_by(std::deque<ScriptedHttp::Answer> answers) {
    const FixedClock clock(noon);
    ScriptedHttp http(std::move(answers));
    Client client(http, std::string(dep_origin),
                  {"CK_acme", Secret{"CS_hidden"}, Secret{"AT_hidden"}, Secret{"AS_hidden"}, at("2027-01-01")},
                  {.clock = clock, .retry = {clock, [](std::chrono::milliseconds) {}, [] { return 0.5; }}, .nonce = [] {
                       return std::string("nonce");
                   }});
    return prove(client, noon);
}

Proof with_finding(ErrorCode code) { return {.findings = {{Severity::error, code, "no", "", ""}}}; }

const auto session = answer(200, R"({"auth_session_token":"S1"})");

}  // namespace

TEST_CASE("an account proves the token, and says whose it is") {
    const Proof proof = proof_by({session, answer(200, R"({"server_name":"Acme","server_uuid":"9D0C","org_id":"77",
        "org_name":"Acme Ltd","org_type":"org","admin_id":"jo@acme.example"})")});
    CHECK(proof.findings.empty());
    CHECK(proof.asked_at == noon);
    CHECK(proof.standing() == Standing::good);
    const Service service = proof.service();
    CHECK(service.server_uuid == "9D0C");
    CHECK(service.server_name == "Acme");
    CHECK(service.org_id == "77");
    CHECK(service.org_name == "Acme Ltd");
    CHECK(service.org_type == "org");
    CHECK(service.admin_id == "jo@acme.example");
    CHECK(service.asked_at == noon);
}

TEST_CASE("an account by its former name counts where there is no other") {
    const Proof proof = proof_by(
        {session, answer(200, R"({"server_name":"Acme","server_uuid":"9D0C","facilitator_id":"jo@acme.example"})")});
    CHECK(proof.service().admin_id == "jo@acme.example");
}

TEST_CASE("a refusal of the token is an answer, and says how the token stands") {
    struct Refusal {
        int status;
        std::string body;
        std::string code;
        std::optional<Standing> standing;
    };
    for (const Refusal& refusal : {Refusal{401, "token_rejected", "token_superseded", Standing::superseded},
                                   Refusal{401, "UNAUTHORIZED", "token_rejected", Standing::rejected},
                                   Refusal{403, "T_C_NOT_SIGNED", "terms_not_accepted", Standing::terms_not_accepted},
                                   Refusal{403, "ACCESS_DENIED", "access_denied", std::nullopt}}) {
        INFO(refusal.body);
        const Proof proof = proof_by({answer(refusal.status, refusal.body)});
        CHECK_FALSE(proof.account);
        CHECK(errors(proof.findings) == Codes{refusal.code});
        CHECK(proof.standing() == refusal.standing);
        CHECK(proof.service().server_uuid.empty());
        CHECK_FALSE(proof.service().asked_at);
    }
}

TEST_CASE("no answer is no proof of anything") {
    const auto code = [](std::deque<ScriptedHttp::Answer> answers) {
        return code_of([&] { return proof_by(std::move(answers)); });
    };
    CHECK(code({answer(404, "")}) != "");
    CHECK(code({session, answer(200, "<html>")}) == "bad_answer");
    CHECK(code({Error{ErrorCode::tls_failed, "who is this?"}}) == "tls_failed");
}

TEST_CASE("a wrong clock says nothing of the token") {
    CHECK_FALSE(with_finding(ErrorCode::clock_skew).standing());
    CHECK_FALSE(unproven().standing());
    CHECK_FALSE(Proof{}.standing());
}

TEST_CASE("that nobody was asked is a remark") {
    CHECK(errors(unproven().findings).empty());
    CHECK(codes(unproven().findings) == Codes{"not_proven"});
    CHECK_FALSE(unproven().service().asked_at);
}
