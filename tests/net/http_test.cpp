// SPDX-License-Identifier: Apache-2.0
#include "net/http.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "net/header_line.hpp"
#include "net/http_trace.hpp"

namespace {

using namespace mdm;
using namespace mdm::net;
using fakes::code_of;
using fakes::message_of;

std::string judged(const std::string& url) {
    return code_of([&] {
        judge_http_url(url);
        return 0;
    });
}

}  // namespace

TEST_CASE("https goes anywhere, http to literal loopback addresses alone") {
    for (const char* url : {"https://a.example", "https://a.example:8443/x?y=z", "https://127.0.0.1",
                            "http://127.0.0.1/x", "http://127.9.8.7:80", "http://[::1]:8080/", "HTTPS://A.example/"}) {
        INFO(url);
        CHECK(judged(url).empty());
    }
    for (const char* url : {"http://a.example", "http://localhost", "http://128.0.0.1", "http://127.0.0.1.example/",
                            "http://[::2]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/"}) {
        INFO(url);
        CHECK(judged(url) == "insecure_connection");
    }
}

TEST_CASE("what is no URL of HTTP, or holds a login, is refused, and no password is repeated") {
    for (const char* url :
         {"", "a.example", "ftp://a.example", "file:///etc/passwd", "https://", "https://a.example:0/",
          "https://a.example:99999/", "https://jo@a.example/", "https://a b.example/", "https://a.example/x\r\nX-Y: z",
          "https://jo:hunter2@a.example/", "http://jo:hunter2@127.0.0.1/", "https://;hunter2:@a.example/"}) {
        INFO(url);
        CHECK(judged(url) == "bad_usage");
        CHECK(message_of([&] {
                  judge_http_url(url);
                  return 0;
              }).find("hunter2") == std::string::npos);
    }
    CHECK(judged(std::string("https://a.example/\0x", 20)) == "bad_usage");
    CHECK(judged("https://a.example/" + std::string(8000, 'x')) == "bad_usage");
}

TEST_CASE("a header is one header") {
    const auto code = [](std::string_view name, std::string_view value) {
        return code_of([&] {
            judge_header(name, value);
            return 0;
        });
    };
    CHECK(code("X-Custom_1", "any, value: \xC3\xA9").empty());
    CHECK(code("Accept", "").empty());
    CHECK(code("", "x") == "bad_usage");
    CHECK(code("X Y", "x") == "bad_usage");
    CHECK(code("X:", "x") == "bad_usage");
    CHECK(code("X", "a\r\nY: b") == "bad_usage");
    CHECK(code("X", "a\nb") == "bad_usage");
    CHECK(code("X", std::string_view("a\0b", 3)) == "bad_usage");
}

TEST_CASE("headers of an answer are found in whatever case") {
    const HttpResponse response{.status = 200, .headers = {{"ETag", "1"}, {"x-a", "2"}, {"X-A", "3"}}};
    CHECK(response.header("etag") == "1");
    CHECK(response.header("X-A") == "2");
    CHECK_FALSE(response.header("X"));

    CHECK(parse_header_line("Retry-After:  120 \r\n")->value == "120");
    CHECK(parse_header_line("X-Empty:\r\n")->value.empty());
    CHECK(parse_header_line("X: a:b\r\n")->value == "a:b");
    for (const char* line : {"HTTP/1.1 200 OK: fine\r\n", "\r\n", "", "no colon\r\n", ": no name\r\n"})
        CHECK_FALSE(parse_header_line(line));
}

TEST_CASE("a trace shows what was said, and no secret") {
    HttpRequest request{.method = HttpMethod::post,
                        .url = "https://hooks.example/services/opensesame",
                        .headers = {{"Accept", "text/plain"}, {"Cookie", "opensesame"}},
                        .body = "{\"text\":\"hello\"}"};
    request.secret_headers.push_back({"X-Session", Secret{"opensesame"}});
    request.url_is_secret = true;
    CHECK(traced_request(request, "https://hooks.example:443") ==
          "> POST https://hooks.example:443/[secret]\n"
          "> Accept: text/plain\n"
          "> Cookie: [secret]\n"
          "> X-Session: [secret]\n"
          "{\"text\":\"hello\"}\n");

    HttpResponse response{.status = 200,
                          .headers = {{"SET-COOKIE", "opensesame"},
                                      {"x-session", "opensesame"},
                                      {"Location", "/services/opensesame"},
                                      {"Server", "x\x1b[31m"}},
                          .body = "ok\n"};
    CHECK(traced_answer(response, request) ==
          "< 200\n< SET-COOKIE: [secret]\n< x-session: [secret]\n< Location: [secret]\n< Server: x\\x1b[31m\nok\n");

    request.body_is_secret = true;
    request.answer_is_secret = true;
    CHECK(traced_request(request, "o").find("[secret] 16 bytes\n") != std::string::npos);
    CHECK(traced_answer(response, request).find("[secret] 3 bytes\n") != std::string::npos);
    request.answer_is_secret = false;
    response.body = std::string("\0\xFF\x01", 3);
    CHECK(traced_answer(response, request).find("[3 bytes]\n") != std::string::npos);
}
