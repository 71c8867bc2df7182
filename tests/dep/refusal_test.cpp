// SPDX-License-Identifier: Apache-2.0
#include "dep/refusal.hpp"

#include "catch.hpp"

namespace {

using namespace mdm;
using namespace mdm::dep;

constexpr std::string_view where = "mdmenrollment.apple.com:443";

net::HttpResponse answer(int status, std::string body = "") { return {.status = status, .body = std::move(body)}; }

std::string said(int status, const std::string& body = "") {
    const Error error = refusal(answer(status, body), where);
    return std::string(name(error.code())) + ": " + error.message();
}

std::string code_for(int status, const std::string& body = "") {
    return std::string(name(refusal(answer(status, body), where).code()));
}

}  // namespace

TEST_CASE("Apple's code is found bare, in quotes and in an object") {
    for (const char* body : {"EXPIRED_CURSOR", "\"EXPIRED_CURSOR\"", " \r\n\"EXPIRED_CURSOR\" \n", "EXPIRED_CURSOR\n",
                             "{\"code\":\"EXPIRED_CURSOR\"}", " {\"error\": \"EXPIRED_CURSOR\", \"code\": 7}",
                             "{\"code\":\"it expired\",\"error\":\"EXPIRED_CURSOR\"}"})
        CHECK(refusal_code(body) == "EXPIRED_CURSOR");
    CHECK(refusal_code(std::string(64, 'A')) == std::string(64, 'A'));
}

TEST_CASE("what is no code of Apple's is none") {
    for (const char* body :
         {"", " ", "\"", "\"\"", "expired_cursor", "EXPIRED CURSOR", "<html>FORBIDDEN</html>", "{\"code\":\"expired\"}",
          "{\"code\":{\"code\":\"X\"}}", "{\"code\":", "[\"EXPIRED_CURSOR\"]", "{}", "oauth_problem=token_rejected"})
        CHECK(refusal_code(body).empty());
    CHECK(refusal_code(std::string(65, 'A')).empty());
}

TEST_CASE("OAuth's word is found anywhere and in whatever case") {
    CHECK(oauth_problem("oauth_problem=token_rejected") == "token_rejected");
    CHECK(oauth_problem("<p>HTTP 401 - TOKEN_REVOKED</p>") == "token_revoked");
    CHECK(oauth_problem("{\"error\":\"Signature_Invalid\"}") == "signature_invalid");
    CHECK(oauth_problem("token expired").empty());
    CHECK(oauth_problem("").empty());
}

TEST_CASE("a 401 says what became of the token") {
    for (const char* body : {"token_rejected", "oauth_problem=TOKEN_REJECTED&x", "token_revoked", "signature_invalid"})
        CHECK(code_for(401, body) == "token_superseded");
    CHECK(code_for(401, "oauth_problem=token_expired") == "token_expired");
    for (const char* body : {"", "UNAUTHORIZED", "<html>Unauthorized</html>", "consumer_key_unknown"})
        CHECK(code_for(401, body) == "token_rejected");
    CHECK(said(401, "oauth_problem=token_rejected") ==
          "token_superseded: mdmenrollment.apple.com:443 no longer takes the server token (token_rejected): by "
          "experience somebody generated a newer one, or whoever downloaded it has changed the password");
}

TEST_CASE("a 401 that is about the request says nothing of the token") {
    CHECK(code_for(401, "oauth_problem=nonce_used") == "unavailable");
    CHECK(code_for(401, "oauth_problem=timestamp_refused") == "clock_skew");
    for (const char* body : {"parameter_absent", "parameter_rejected", "signature_method_rejected", "version_rejected"})
        CHECK(code_for(401, body) == "bad_answer");
}

TEST_CASE("each row of Apple's codes has a code of ours") {
    CHECK(code_for(403, "T_C_NOT_SIGNED") == "terms_not_accepted");
    CHECK(code_for(403, "\"ACCESS_DENIED\"") == "access_denied");
    CHECK(code_for(403, "APPLE_SEED_FOR_IT_TURNED_OFF") == "access_denied");
    CHECK(code_for(403, "FORBIDDEN") == "token_rejected");
    CHECK(code_for(403, "EXPIRED_TOKEN") == "token_rejected");
    CHECK(code_for(403) == "access_denied");
    CHECK(code_for(400, "USER_AGENT_INVALID") == "bad_setting");
    CHECK(code_for(400, "\"USER_AGENT_MISSING\"") == "bad_setting");
    for (const int status : {400, 404, 405, 406, 415})
        CHECK(code_for(status, "MALFORMED_REQUEST_BODY") == "bad_answer");
    CHECK(code_for(429) == "rate_limited");
    for (const int status : {500, 502, 503, 504})
        CHECK(code_for(status, "T_C_NOT_SIGNED") == "unavailable");
    CHECK(said(404, "NOT_FOUND") == "bad_answer: mdmenrollment.apple.com:443 answers with 404 (NOT_FOUND)");
}

TEST_CASE("what is to be done is said") {
    using Catch::Contains;
    CHECK_THAT(refusal(answer(403, "T_C_NOT_SIGNED"), where).hint(),
               Contains("may accept agreements") && Contains("the token is kept"));
    CHECK_THAT(refusal(answer(401, "token_rejected"), where).hint(), Contains("within the hour"));
    CHECK_THAT(refusal(answer(400, "USER_AGENT_INVALID"), where).hint(),
               Contains("MDMCTL_USER_AGENT") && Contains("user_agent"));
    const Time then = *parse_time("2026-11-22T13:00:00Z");
    CHECK_THAT(refusal(answer(429), where, then).hint(), Contains("2026-11-22T13:00:00Z"));
}

TEST_CASE("only what looks like a code is repeated") {
    for (const int status : {302, 400, 401, 403, 404, 429, 503})
        for (const char* body : {"\x1b[2Jopensesame", "<html>opensesame</html>", "{\"code\":\"opensesame\"}"}) {
            const Error error = refusal(answer(status, body), where);
            CHECK((error.message() + error.hint()).find("opensesame") == std::string::npos);
        }
}

TEST_CASE("a web page comes from somebody in between") {
    CHECK(code_for(403, "\xEF\xBB\xBF <!DOCTYPE html>Blocked") == "bad_answer");
    CHECK(said(400, "<html>") == "bad_answer: mdmenrollment.apple.com:443 answers with 400, but with a web page");
    CHECK_FALSE(is_web_page("{\"a\":\"<\"}"));
    CHECK_FALSE(is_web_page(""));
}

TEST_CASE("a redirect is refused, and its host named, with nothing that its path may hold") {
    net::HttpResponse response = answer(302);
    response.headers.push_back({"location", "https://login.example/?ticket=opensesame"});
    CHECK(refusal(response, where).message() ==
          "mdmenrollment.apple.com:443 redirects to login.example:443 (302), which is not followed");
    response.headers.front().value = "/elsewhere";
    CHECK(refusal(response, where).message() == "mdmenrollment.apple.com:443 redirects (302), which is not followed");
}

TEST_CASE("a new session is for 401, and for 403 where it is about the session") {
    CHECK(refuses_session(answer(401)));
    CHECK(refuses_session(answer(403, "FORBIDDEN")));
    CHECK(refuses_session(answer(403, "{\"message\":\"FORBIDDEN\"}")));
    CHECK(refuses_session(answer(403, "EXPIRED_TOKEN")));
    for (const char* body : {"T_C_NOT_SIGNED", "ACCESS_DENIED", "APPLE_SEED_FOR_IT_TURNED_OFF", ""})
        CHECK_FALSE(refuses_session(answer(403, body)));
    CHECK_FALSE(refuses_session(answer(400, "FORBIDDEN")));
    CHECK_FALSE(refuses_session(answer(200, "FORBIDDEN")));
}
