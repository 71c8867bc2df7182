// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_service.hpp"

#include "catch.hpp"
#include "fakes/dep_rehearsal.hpp"

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_CASE("a server token is traded for a session, and a session for the account") {
    DepRehearsal rehearsal;
    const auto token = rehearsal.download();
    const std::string session = session_in(rehearsal.session(token));
    REQUIRE_FALSE(session.empty());
    const auto answer = rehearsal.account(session);
    CHECK(answer.status == 200);
    CHECK(answer.content_type == "application/json;charset=UTF8");
    CHECK(header_of(answer, "Date") == "Mon, 01 Jun 2026 12:00:00 GMT");
    CHECK(answer.body.starts_with(R"({"server_name":"MDM","server_uuid":")" + token.service.uuid + '"'));
    CHECK(answer.body.find(R"("org_id":")" + token.organization.id + '"') != std::string::npos);
    CHECK(answer.body.find(
              R"({"uri":"/profile","http_method":["GET","POST"],"limit":{"default":1000,"maximum":1000}})") !=
          std::string::npos);
}

TEST_CASE("the number of an organisation and the list of services come with version 3 of the protocol") {
    DepRehearsal rehearsal;
    const std::string session = session_in(rehearsal.session(rehearsal.download()));
    const auto body = [&](const std::string& version) {
        return rehearsal
            .ask("GET", "/account", {{"X-ADM-Auth-Session", session}, {"X-Server-Protocol-Version", version}})
            .body;
    };
    CHECK(body("2").find("org_id") == std::string::npos);
    CHECK(body("").find("urls") == std::string::npos);
    CHECK(body("3").find("org_id_hash") != std::string::npos);
}

TEST_CASE("a token that was superseded, has ended or expired opens no session") {
    DepRehearsal rehearsal;
    const auto first = rehearsal.download();
    const auto second = rehearsal.download();
    CHECK(said(rehearsal.session(first)) == "401 token_rejected");
    CHECK(rehearsal.session(second).status == 200);
    rehearsal.clock.t += days{366};
    CHECK(said(rehearsal.session(second)) == "401 token_expired");
    const auto third = rehearsal.download();
    rehearsal.portal().change_password("admin@example.org");
    CHECK(said(rehearsal.session(third)) == "401 token_rejected");
    const auto fourth = rehearsal.download();
    rehearsal.portal().remove_server("Acme", "MDM");
    CHECK(said(rehearsal.session(fourth)) == "401 consumer_key_unknown");
}

TEST_CASE("a signature, a nonce and a time are judged") {
    DepRehearsal rehearsal;
    auto token = rehearsal.download();
    CHECK(rehearsal.session(token, {.nonce = "once"}).status == 200);
    CHECK(said(rehearsal.session(token, {.nonce = "once"})) == "401 nonce_used");
    CHECK(rehearsal.session(token, {.nonce = "once", .off = seconds{1}}).status == 200);
    CHECK(rehearsal.session(token, {.off = seconds{300}}).status == 200);
    CHECK(said(rehearsal.session(token, {.off = seconds{301}})) == "401 timestamp_refused");
    CHECK(said(rehearsal.session(token, {.off = seconds{-301}})) == "401 timestamp_refused");
    // A wrong signature uses no nonce up.
    auto wrong = token;
    wrong.service.consumer.secret = "CS_other";
    CHECK(said(rehearsal.session(wrong, {.nonce = "twice"})) == "401 signature_invalid");
    CHECK(rehearsal.session(token, {.nonce = "twice"}).status == 200);
}

TEST_CASE("a session ends with its time, with its token, and while the terms are not accepted it rests") {
    DepRehearsal rehearsal;
    std::string session = session_in(rehearsal.session(rehearsal.download()));
    CHECK(said(rehearsal.account("")) == "401 UNAUTHORIZED");
    CHECK(said(rehearsal.account("other")) == "403 FORBIDDEN");
    rehearsal.portal().set_terms("Acme", false);
    CHECK(said(rehearsal.account(session)) == "403 T_C_NOT_SIGNED");
    rehearsal.portal().set_terms("Acme", true);
    CHECK(rehearsal.account(session).status == 200);
    rehearsal.clock.t += minutes{31};
    CHECK(said(rehearsal.account(session)) == "401 UNAUTHORIZED");

    session = session_in(rehearsal.session(rehearsal.download()));
    CHECK(rehearsal.account(session).status == 200);
    rehearsal.download();
    CHECK(said(rehearsal.account(session)) == "403 FORBIDDEN");
}

TEST_CASE("now and then an answer brings a new session, and the old one soon works no more") {
    DepRehearsal rehearsal;
    const std::string session = session_in(rehearsal.session(rehearsal.download()));
    for (int n = 1; n <= 4; ++n)
        CHECK(header_of(rehearsal.account(session), "X-ADM-Auth-Session") == std::nullopt);
    const auto renewed = header_of(rehearsal.account(session), "X-ADM-Auth-Session");
    REQUIRE(renewed);
    CHECK(*renewed != session);
    CHECK(rehearsal.account(*renewed).status == 200);
    CHECK(rehearsal.account(session).status == 200);
    CHECK(said(rehearsal.account(session)) == "403 FORBIDDEN");
    CHECK(rehearsal.account(*renewed).status == 200);
}

TEST_CASE("headers are as Apple wants them, or the call is refused") {
    DepRehearsal rehearsal;
    const std::string session = session_in(rehearsal.session(rehearsal.download()));
    const auto with = [&](const std::string& name, const std::string& value) {
        return said(rehearsal.ask("GET", "/account", {{"X-ADM-Auth-Session", session}, {name, value}})).substr(0, 40);
    };
    CHECK(with("User-Agent", "") == "400 USER_AGENT_MISSING");
    for (const char* agent : {"python-requests/2.3", "curl/7.88.1", "Go-http-client/1.1", "x (y)", "nanodep-godep/0"})
        CHECK(with("User-Agent", agent) == "400 USER_AGENT_INVALID");
    for (const char* type : {"", "application/json", "application/json;charset=UTF-8", "text/plain"})
        CHECK(with("Content-Type", type) == "415 UNSUPPORTED_MEDIA_TYPE");
    CHECK(with("Content-Type", "APPLICATION/json; charset=utf8").starts_with("200 "));
    for (const char* version : {"x", "0", "-1", "1.0", "100"})
        CHECK(with("X-Server-Protocol-Version", version) == "400 MALFORMED_REQUEST_BODY");
    CHECK(with("Accept", "text/html") == "406 NOT_ACCEPTABLE");
    CHECK(with("Authorization", "OAuth x") == "400 MALFORMED_REQUEST_BODY");
    CHECK(said(rehearsal.ask("GET", "/session")) == "401 parameter_absent");
    CHECK(said(rehearsal.ask("GET", "/session?oauth_token=x")) == "400 MALFORMED_REQUEST_BODY");
}

TEST_CASE("a path that there is not, a method, and what is not there yet") {
    DepRehearsal rehearsal;
    const std::string session = session_in(rehearsal.session(rehearsal.download()));
    CHECK(said(rehearsal.ask("GET", "/")) == "404 NOT_FOUND");
    const auto refused = rehearsal.ask("DELETE", "/profile");
    CHECK(said(refused) == "405 METHOD_NOT_ALLOWED");
    CHECK(header_of(refused, "Allow") == "GET, POST");
    CHECK(said(rehearsal.ask("POST", "/devices/disown", {{"X-ADM-Auth-Session", session}})) == "501 NOT_IMPLEMENTED");
}

TEST_CASE("faults spoil answers, replace them, and move the clock") {
    DepRehearsal rehearsal;
    const auto token = rehearsal.download();
    const std::string session = session_in(rehearsal.session(token));
    const FaultFile faults(rehearsal.folder.path());
    const auto told = [&](const std::string& fault) {
        faults.clear();
        faults.add({parse_fault(fault)});
    };
    told("dep:503,retry-after=date:60");
    const auto late = rehearsal.account(session);
    CHECK(said(late) == "503 ");
    CHECK(header_of(late, "Retry-After") == "Mon, 01 Jun 2026 12:01:00 GMT");
    told("dep:signature_invalid");
    CHECK(said(rehearsal.session(token)) == "401 signature_invalid");
    told("dep:skew=+600s");
    CHECK(said(rehearsal.session(token)) == "401 timestamp_refused");
    CHECK(header_of(rehearsal.session(token), "Date") == "Mon, 01 Jun 2026 12:10:00 GMT");
    told("dep:empty");
    CHECK(rehearsal.session(token).body == R"({"auth_session_token":""})");
    told("dep:large");
    CHECK(rehearsal.session(token).body.size() > 16U << 20U);
    told("dep:cut");
    CHECK(rehearsal.session(token).delivery == HttpAnswer::Delivery::cut);
    told("dep:hang");
    CHECK(rehearsal.session(token).delivery == HttpAnswer::Delivery::never);
    told("dep:slow=7s");
    CHECK(rehearsal.session(token).delay == seconds{7});

    const std::string again = session_in([&] {
        faults.clear();
        return rehearsal.session(token);
    }());
    told("dep:field-missing=server_uuid");
    CHECK(rehearsal.account(again).body.find("server_uuid") == std::string::npos);
    told("dep:field-empty=server_uuid");
    CHECK(rehearsal.account(again).body.find(R"("server_uuid":"",)") != std::string::npos);
    told("dep:field-doubled=server_name");
    CHECK(rehearsal.account(again).body.starts_with(R"({"server_name":"MDM","server_name":"MDM",)"));
}
