// SPDX-License-Identifier: Apache-2.0
#include "dep/client.hpp"

#include "catch.hpp"
#include "dep/account.hpp"
#include "fakes/errors.hpp"
#include "fakes/scripted_http.hpp"
#include "net/http_trace.hpp"

#include <fmt/format.h>
#include <set>

namespace {

using namespace mdm;
using namespace mdm::dep;
using namespace std::chrono_literals;
using fakes::code_of;
using fakes::message_of;
using fakes::ScriptedHttp;
using Asked = std::vector<std::string>;

const Time noon = *parse_time("2026-11-22T12:00:00Z");
const std::string session_at = "GET https://mdmenrollment.apple.com/session";
const std::string account_at = "GET https://mdmenrollment.apple.com/account";

ServerToken token(Time end = noon + std::chrono::days{90}) {
    return {"CK_key", Secret{"CS_opensesame"}, Secret{"AT_opensesame"}, Secret{"AS_opensesame"}, end};
}

net::HttpResponse answer(int status, std::string body = "", std::vector<net::HttpHeader> headers = {}) {
    return {.status = status, .headers = std::move(headers), .body = std::move(body)};
}
net::HttpResponse session(const std::string& value) {
    return answer(200, fmt::format(R"({{"auth_session_token":"{}"}})", value));
}
net::HttpResponse account(std::vector<net::HttpHeader> headers = {}) {
    return answer(200, R"({"server_name":"Prod","server_uuid":"9D0C","org_type":"org"})", std::move(headers));
}

/// The service by script, and a world where waiting takes no time.
struct Service {
    class Moved final : public Clock {
    public:
        Time now() const override { return noon + std::chrono::floor<std::chrono::seconds>(passed); }
        std::chrono::milliseconds passed{0};
    };

    explicit Service(std::deque<ScriptedHttp::Answer> answers, Time end = noon + std::chrono::days{90})
        : http(std::move(answers)),
          client(http, std::string(dep_origin), token(end),
                 {.clock = clock,
                  .retry = {clock,
                            [this](std::chrono::milliseconds time) {
                                waits.push_back(time);
                                clock.passed += time;
                            },
                            [] { return 0.5; }},
                  .nonce = [this] { return fmt::format("nonce{}", ++nonces); }}) {}

    Answer get() { return client.call({.path = "/account"}); }
    std::string code() {
        return code_of([&] { return get(); });
    }

    /// The header of the i-th request, secret or not; "" where it has none.
    std::string header(std::size_t i, std::string_view name) const {
        const net::HttpRequest& request = http.requests().at(i);
        for (const auto& header : request.headers)
            if (header.name == name)
                return header.value;
        for (const auto& header : request.secret_headers)
            if (header.name == name)
                return std::string(header.value.reveal());
        return "";
    }
    std::string session_of(std::size_t i) const { return header(i, "X-ADM-Auth-Session"); }

    /// "1795348800 nonce1": what the i-th request was signed with.
    std::string stamp_of(std::size_t i) const {
        const std::string authorization = header(i, "Authorization");
        const auto value = [&](const std::string& name) {
            const auto at = authorization.find(name + "=\"") + name.size() + 2;
            return authorization.substr(at, authorization.find('"', at) - at);
        };
        return value("oauth_timestamp") + " " + value("oauth_nonce");
    }

    int nonces = 0;
    Moved clock;
    std::vector<std::chrono::milliseconds> waits;
    ScriptedHttp http;
    Client client;
};

std::string seconds_of(Time t) { return std::to_string(t.time_since_epoch().count()); }

}  // namespace

TEST_CASE("a session is signed for once, and asked with from then on") {
    Service service({session("S1"), account(), account()});
    CHECK(fetch_account(service.client).server_name == "Prod");
    service.get();
    CHECK(service.http.asked() == Asked{session_at, account_at, account_at});
    CHECK(service.header(0, "Authorization").starts_with("OAuth realm=\"ADM\",oauth_consumer_key=\"CK_key\","));
    CHECK(service.stamp_of(0) == seconds_of(noon) + " nonce1");
    CHECK(service.session_of(0).empty());
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
        CHECK(service.header(i, "X-Server-Protocol-Version") == "10");
        CHECK(service.header(i, "Content-Type") == "application/json;charset=UTF8");
        CHECK(service.header(i, "Accept") == "application/json;charset=UTF8");
        CHECK(service.header(i, "User-Agent").empty());
    }
    CHECK(service.session_of(1) == "S1");
    CHECK(service.session_of(2) == "S1");
    CHECK(service.header(1, "Authorization").empty());
}

TEST_CASE("another call has its method, its body and no secret in its URL") {
    Service service({session("S1"), answer(200, "{}")});
    CHECK(service.client
              .call({.method = net::HttpMethod::post, .path = "/server/devices", .body = "{}", .idempotent = true})
              .body == "{}");
    CHECK(service.http.asked().back() == "POST https://mdmenrollment.apple.com/server/devices");
    CHECK(service.http.requests().back().body == "{}");
    CHECK(service.http.requests().back().idempotent);
}

TEST_CASE("an expired token is not even sent") {
    Service service({}, noon - 1s);
    CHECK(service.code() == "token_expired");
    CHECK(service.http.asked().empty());
    Service still({session("S1"), account()}, noon);
    CHECK(still.code().empty());
}

TEST_CASE("any answer may change the session, one that is tried again as well") {
    Service service({answer(200, R"({"auth_session_token":"S1"})", {{"x-adm-auth-session", "S2"}}),
                     answer(503, "", {{"X-ADM-Auth-Session", "S3"}}), account({{"X-Adm-Auth-Session", "S4"}}),
                     account({{"X-ADM-Auth-Session", ""}}), answer(404, "", {{"X-ADM-Auth-Session", "S5"}}),
                     account()});
    service.get();
    service.get();
    CHECK(service.code() == "bad_answer");
    service.get();
    CHECK(service.session_of(1) == "S2");
    CHECK(service.session_of(2) == "S3");
    CHECK(service.session_of(3) == "S4");
    CHECK(service.session_of(4) == "S4");
    CHECK(service.session_of(5) == "S5");
}

TEST_CASE("a session that is over is got anew once, and the call repeated once") {
    for (const auto& over : {answer(401), answer(403, "FORBIDDEN"), answer(403, "\"EXPIRED_TOKEN\"")}) {
        Service service({session("S1"), over, session("S2"), account()});
        CHECK(service.code().empty());
        CHECK(service.http.asked() == Asked{session_at, account_at, session_at, account_at});
        CHECK(service.session_of(3) == "S2");
        CHECK(service.stamp_of(2) == seconds_of(noon) + " nonce2");

        Service never({session("S1"), over, session("S2"), over});
        CHECK(never.code() == "access_denied");
        CHECK(never.http.left() == 0);
    }
}

TEST_CASE("a new session that is not taken either says nothing against the token, but where its words do") {
    const auto over = answer(401, "UNAUTHORIZED");
    Service session_only({session("S1"), over, session("S2"), over});
    CHECK(message_of([&] { return session_only.get(); }) ==
          "mdmenrollment.apple.com:443 gives a session for the server token, and then does not take it (UNAUTHORIZED)");
    Service told({session("S1"), over, session("S2"), answer(401, "oauth_problem=token_rejected")});
    CHECK(told.code() == "token_superseded");
}

TEST_CASE("what is not about the session does not renew it") {
    for (const auto& [body, code] :
         {std::pair{"T_C_NOT_SIGNED", "terms_not_accepted"}, std::pair{"ACCESS_DENIED", "access_denied"},
          std::pair{"APPLE_SEED_FOR_IT_TURNED_OFF", "access_denied"}}) {
        Service service({session("S1"), answer(403, body), account()});
        CHECK(service.code() == code);
        CHECK(service.http.asked() == Asked{session_at, account_at});
        service.get();
        CHECK(service.session_of(2) == "S1");

        Service at_once({answer(403, body)});
        CHECK(at_once.code() == code);
    }
}

TEST_CASE("each attempt at a session is signed anew") {
    Service service({answer(503), Error{ErrorCode::unavailable, "no connection"}, session("S1"), account()});
    CHECK(service.code().empty());
    std::set<std::string> stamps;
    for (std::size_t i = 0; i < 3; ++i)
        stamps.insert(service.stamp_of(i));
    CHECK(stamps.size() == 3);
    CHECK(service.stamp_of(2) == seconds_of(service.clock.now()) + " nonce3");
}

TEST_CASE("a 401 for a session says what became of the token, and is final") {
    for (const auto& [body, code] :
         {std::pair{"oauth_problem=token_rejected", "token_superseded"}, std::pair{"TOKEN_REVOKED", "token_superseded"},
          std::pair{"signature_invalid", "token_superseded"}, std::pair{"token_expired", "token_expired"},
          std::pair{"", "token_rejected"}}) {
        Service service({answer(401, body, {{"Date", "Sun, 22 Nov 2026 12:00:59 GMT"}})});
        CHECK(service.code() == code);
        CHECK(service.http.asked() == Asked{session_at});
    }
}

TEST_CASE("a clock that is wrong is found out by signing with Apple's") {
    Service behind({answer(401, "", {{"Date", "Sun, 22 Nov 2026 13:00:00 GMT"}}), session("S1")});
    CHECK(message_of([&] { return behind.get(); }) ==
          "this host's clock is 3600 seconds behind that of mdmenrollment.apple.com:443, which does not take what is "
          "signed by it");
    CHECK(behind.stamp_of(1) == seconds_of(noon + 1h) + " nonce2");

    Service ahead({answer(401, "signature_invalid", {{"date", "Sun, 22 Nov 2026 11:58:00 GMT"}}), session("S1")});
    CHECK(message_of([&] { return ahead.get(); }).starts_with("this host's clock is 120 seconds ahead of that of "));
    CHECK(ahead.http.left() == 0);
    Service again({answer(401, "", {{"Date", "Sun, 22 Nov 2026 13:00:00 GMT"}}), session("S1")});
    CHECK(again.code() == "clock_skew");
}

TEST_CASE("a token that is refused with Apple's time as well is refused, and the clock is mentioned") {
    for (const auto& [status, body, code] :
         {std::tuple{401, "token_rejected", "token_superseded"}, std::tuple{401, "", "token_rejected"},
          std::tuple{403, "T_C_NOT_SIGNED", "terms_not_accepted"}, std::tuple{400, "", "bad_answer"}}) {
        Service service({answer(401, "", {{"Date", "Sun, 22 Nov 2026 13:00:00 GMT"}}),
                         answer(status, body, {{"Date", "Sun, 22 Nov 2026 13:00:00 GMT"}})});
        try {
            service.get();
            FAIL("it was taken");
        } catch (const Error& error) {
            CHECK(name(error.code()) == code);
            CHECK(fakes::codes(error.findings()) == fakes::Codes{code, "clock_skew"});
            CHECK_FALSE(error.hint().empty());
        }
        CHECK(service.http.asked().size() == 2);
    }
}

TEST_CASE("a date that cannot be read says nothing of the clock") {
    Service service({answer(401, "", {{"Date", "yesterday"}})});
    CHECK(service.code() == "token_rejected");
}

TEST_CASE("a session that is none is no answer") {
    for (const char* body : {"", "{}", "[]", "null", "{\"auth_session_token\":\"\"}", "{\"auth_session_token\":7}",
                             "{\"auth_session_token\":\"a\\nb\"}", "{\"auth_session_token\":"}) {
        Service service({answer(200, body)});
        CHECK(service.code() == "bad_answer");
    }
    Service portal({answer(200, "<html>Welcome to the hotel")});
    CHECK(message_of([&] { return portal.get(); }) ==
          "mdmenrollment.apple.com:443 answers /session without a session, but with a web page");
    Service inside({session("S1"), answer(200, "<html>Welcome to the hotel")});
    CHECK(message_of([&] { return inside.get(); }) ==
          "mdmenrollment.apple.com:443 does not answer /account, but with a web page");
}

TEST_CASE("a redirect is not followed, and nothing is sent to where it leads") {
    Service service({answer(302, "", {{"Location", "https://login.example/x"}})});
    CHECK(service.code() == "bad_answer");
    CHECK(service.http.asked() == Asked{session_at});
}

TEST_CASE("what asks wrongly is said with Apple's code") {
    Service service({answer(400, "USER_AGENT_INVALID")});
    CHECK(service.code() == "bad_setting");
    for (const int status : {400, 404, 405, 406, 415}) {
        Service refused({session("S1"), answer(status, "MALFORMED_REQUEST_BODY")});
        CHECK(message_of([&] { return refused.get(); }) ==
              fmt::format("mdmenrollment.apple.com:443 answers with {} (MALFORMED_REQUEST_BODY)", status));
    }
}

TEST_CASE("a code that the caller expects is an answer") {
    Service service({session("S1"), answer(400, "\"EXHAUSTED_CURSOR\""), answer(400, "EXPIRED_CURSOR")});
    const Call call{.path = "/x", .expected = {"EXHAUSTED_CURSOR", "INVALID_CURSOR"}};
    const Answer answer = service.client.call(call);
    CHECK(answer.code == "EXHAUSTED_CURSOR");
    CHECK(answer.status == 400);
    CHECK(code_of([&] { return service.client.call(call); }) == "bad_answer");
}

TEST_CASE("who is asked too often is asked later, and what is too late for this call is known") {
    Service soon({session("S1"), answer(429, "", {{"Retry-After", "3"}}), account()});
    CHECK(soon.code().empty());
    CHECK(soon.waits == std::vector<std::chrono::milliseconds>{3s});
    CHECK_FALSE(soon.client.retry_at());

    Service late({session("S1"), answer(429, "", {{"Retry-After", "3600"}}), account()});
    CHECK(late.code() == "rate_limited");
    CHECK(late.client.retry_at() == noon + 1h);
    CHECK(late.code().empty());
    CHECK_FALSE(late.client.retry_at());

    Service unsaid({session("S1"), answer(429), account()});
    CHECK(unsaid.code().empty());
    REQUIRE(unsaid.waits.size() == 1);
    CHECK(unsaid.waits.front() >= 30s);

    Service at_session({answer(503, "", {{"Retry-After", "3600"}})});
    CHECK(at_session.code() == "unavailable");
    CHECK(at_session.client.retry_at() == noon + 1h);
}

TEST_CASE("a service that does not come back is not available") {
    Service service({answer(500), answer(502), answer(503), answer(504)});
    CHECK(service.code() == "unavailable");
    CHECK(service.waits.size() == 3);
    const Error no_connection{ErrorCode::timed_out, "too slow"};
    Service gone({session("S1"), no_connection, no_connection, no_connection, no_connection});
    CHECK(gone.code() == "timed_out");
    CHECK(gone.http.left() == 0);
}

TEST_CASE("a call that may have made something is not repeated") {
    Service service({session("S1"), answer(503), account()});
    const Call define{.method = net::HttpMethod::post, .path = "/profile", .body = "{}"};
    CHECK(code_of([&] { return service.client.call(define); }) == "unavailable");
    CHECK(service.http.left() == 1);
    // But one that was refused made nothing.
    Service over({session("S1"), answer(401), session("S2"), answer(200, "{}")});
    CHECK(over.client.call(define).body == "{}");
}

TEST_CASE("an origin is scheme, host and port") {
    ScriptedHttp http({});
    const FixedClock clock{noon};
    const auto made = [&](const std::string& origin) {
        return code_of([&] {
            return Client{http, origin, token(), {.clock = clock, .retry = {clock, {}, {}}}}.retry_at();
        });
    };
    CHECK(made("https://dep.example").empty());
    CHECK(made("http://127.0.0.1:8080/").empty());
    CHECK(made("http://dep.example") == "insecure_connection");
    CHECK(made("https://dep.example/v1") == "bad_usage");
    CHECK(made("dep.example") == "bad_usage");
}

TEST_CASE("neither a trace nor an error holds a secret") {
    Service service({answer(200, R"({"auth_session_token":"opensesame"})", {{"X-ADM-Auth-Session", "opensesame2"}}),
                     answer(200, "{}", {{"X-ADM-Auth-Session", "opensesame3"}}),
                     answer(401, "opensesame", {{"Date", "opensesame"}}), answer(401, "token_rejected opensesame")});
    service.get();
    const std::vector<net::HttpResponse> answers{session("opensesame"),
                                                 account({{"x-adm-auth-session", "opensesame"}})};
    std::string seen;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& request = service.http.requests()[i];
        seen += net::traced_request(request, "https://mdmenrollment.apple.com:443");
        seen += net::traced_answer(answers[i], request);
        seen += net::traced_answer(account({{"X-ADM-AUTH-SESSION", "opensesame"}}), request);
    }
    CHECK(seen.find("> GET https://mdmenrollment.apple.com/session\n") == 0);
    try {
        service.get();
        FAIL("it was taken");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::token_superseded);
        seen += error.message() + error.hint();
    }
    CHECK(seen.find("opensesame") == std::string::npos);
    CHECK(seen.find("[secret]") != std::string::npos);
}

TEST_CASE("nonces differ") {
    std::set<std::string> nonces;
    for (int i = 0; i < 100; ++i)
        nonces.insert(random_nonce());
    CHECK(nonces.size() == 100);
    CHECK(nonces.begin()->size() == 32);
}
