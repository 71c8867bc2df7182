// SPDX-License-Identifier: Apache-2.0
// libcurl against a server with certificates of a test's own.
#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "net/http.hpp"
#include "net/server.hpp"

#include <nlohmann/json.hpp>

namespace {

using namespace mdm;
using namespace mdm::net;
using namespace std::chrono_literals;
using fakes::code_of;
using fakes::message_of;

/// Made once: a key and its certificates take longer than all requests here.
const Certificates& certificates() {
    static const Certificates made;
    return made;
}

HttpOptions options() { return {.ca_file = certificates().ca()}; }

struct WebServer {
    Server server;
    std::string origin;
    std::string where = "127.0.0.1:" + server.port();

    explicit WebServer(const std::string& certificate = "server.pem")
        : server("python3", "http-server", {"--certificate", certificates().path(certificate)}),
          origin("https://127.0.0.1:" + server.port()) {}
};

HttpResponse get(HttpClient& http, const std::string& url) { return http.send({.url = url}); }

/// What a GET ends with: the code and the message, the port in it as PORT.
struct Failure {
    std::string code;
    std::string message;
};
Failure failure_of(const WebServer& server, const std::string& path, HttpOptions how) {
    const auto http = curl_http_client(std::move(how));
    try {
        get(*http, server.origin + path);
    } catch (const Error& error) {
        std::string message = error.message();
        if (const auto at = message.find(server.server.port()); at != std::string::npos)
            message.replace(at, server.server.port().size(), "PORT");
        return {std::string(name(error.code())), message};
    }
    return {};
}

/// A port on which nobody listens: one that was somebody's.
std::string free_port() { return WebServer().server.port(); }

}  // namespace

TEST_CASE("a request arrives as it was made") {
    const WebServer server;
    const auto http = curl_http_client(options());
    HttpRequest request{.method = HttpMethod::put,
                        .url = server.origin + "/echo/a%20b?x=1",
                        .headers = {{"Content-Type", "application/json"}, {"X-Empty", ""}},
                        .body = "{\"a\":1}"};
    request.secret_headers.push_back({"Authorization", Secret{"Bearer opensesame"}});
    const HttpResponse response = http->send(request);
    CHECK(response.status == 200);
    CHECK(response.header("content-type") == "application/json");

    const auto seen = nlohmann::json::parse(response.body);
    CHECK(seen["method"] == "PUT");
    CHECK(seen["path"] == "/echo/a%20b?x=1");
    CHECK(seen["body"] == "{\"a\":1}");
    std::map<std::string, std::string> headers;
    for (const auto& pair : seen["headers"])
        headers[pair[0]] = pair[1];
    CHECK(headers["Authorization"] == "Bearer opensesame");
    CHECK(headers["Content-Type"] == "application/json");
    CHECK(headers.count("X-Empty") == 1);
    CHECK(headers["User-Agent"].starts_with("mdmctl/"));
    CHECK(headers.count("Expect") == 0);
}

TEST_CASE("every method arrives, and nothing of one request is in the next") {
    const WebServer server;
    const auto http = curl_http_client(options());
    HttpRequest first{.method = HttpMethod::post, .url = server.origin + "/echo", .body = "text"};
    first.secret_headers.push_back({"X-Session", Secret{"opensesame"}});
    CHECK(nlohmann::json::parse(http->send(first).body)["headers"].dump().find("Content-Type") == std::string::npos);
    for (const HttpMethod method :
         {HttpMethod::get, HttpMethod::post, HttpMethod::put, HttpMethod::patch, HttpMethod::del}) {
        const auto seen = nlohmann::json::parse(http->send({.method = method, .url = server.origin + "/echo"}).body);
        CHECK(seen["method"] == method_name(method));
        CHECK(seen["body"] == "");
        CHECK(seen["headers"].dump().find("opensesame") == std::string::npos);
    }
    const HttpResponse head = http->send({.method = HttpMethod::head, .url = server.origin + "/echo"});
    CHECK(head.status == 200);
    CHECK(head.body.empty());
}

TEST_CASE("any status is an answer, and a redirect is not followed") {
    const WebServer server;
    const auto http = curl_http_client(options());
    CHECK(get(*http, server.origin + "/status/404").status == 404);
    const HttpResponse busy = get(*http, server.origin + "/status/503?after=120");
    CHECK(busy.status == 503);
    CHECK(busy.header("Retry-After") == "120");
    CHECK(busy.body == "busy\n");
    const HttpResponse redirect = get(*http, server.origin + "/redirect");
    CHECK(redirect.status == 302);
    CHECK(redirect.header("location") == "/echo");
    const HttpResponse final_one = get(*http, server.origin + "/early");
    CHECK(final_one.status == 200);
    CHECK(final_one.header("X-Final") == "yes");
    CHECK_FALSE(final_one.header("X-Early"));
}

TEST_CASE("who answers is verified: authority, name and time") {
    const WebServer good;
    const Failure unknown = failure_of(good, "/echo?opensesame", {});
    CHECK(unknown.code == "tls_failed");
    CHECK(unknown.message.starts_with("cannot verify who answers at 127.0.0.1:PORT: "));
    CHECK(unknown.message.find("opensesame") == std::string::npos);
    CHECK(failure_of(WebServer("other.pem"), "/", options()).code == "tls_failed");
    const Failure expired = failure_of(WebServer("expired.pem"), "/", options());
    CHECK(expired.code == "tls_failed");
    CHECK(expired.message == "cannot verify who answers at 127.0.0.1:PORT: certificate has expired");
    CHECK(failure_of(good, "/", options()).code.empty());
}

TEST_CASE("what has no TLS, or an old one, is not asked") {
    const Server plain("python3", "http-server", {});
    const auto http = curl_http_client(options());
    CHECK(code_of([&] { return get(*http, "https://127.0.0.1:" + plain.port() + "/"); }) == "tls_failed");
    const Server old("python3", "http-server", {"--old-tls", "--certificate", certificates().path("server.pem")});
    CHECK(code_of([&] { return get(*http, "https://127.0.0.1:" + old.port() + "/"); }) == "tls_failed");
}

TEST_CASE("a CA file that holds none is a setting that is wrong") {
    const WebServer server;
    certificates().write("not-a-ca.pem", "nothing\n");
    CHECK(failure_of(server, "/", {.ca_file = certificates().path("not-a-ca.pem")}).code == "bad_setting");
    CHECK(failure_of(server, "/", {.ca_file = certificates().path("not-there.pem")}).code == "bad_setting");
}

TEST_CASE("plain http on this machine passes by the proxy") {
    const Server server("python3", "http-server", {});
    const auto http = curl_http_client({.proxy = "http://127.0.0.1:9"});
    CHECK(get(*http, "http://127.0.0.1:" + server.port() + "/echo").status == 200);
}

TEST_CASE("a proxy that is not there is not gone around, but for the hosts of no_proxy") {
    const WebServer server;
    const auto by_proxy = [proxy = "http://jo:hunter2@127.0.0.1:" + free_port()](const std::string& but_for) {
        return HttpOptions{.ca_file = certificates().ca(), .proxy = proxy, .no_proxy = but_for};
    };
    const Failure failure = failure_of(server, "/", by_proxy(""));
    CHECK(failure.code == "unavailable");
    CHECK(failure.message.find("hunter2") == std::string::npos);
    CHECK(failure_of(server, "/", by_proxy("a.example,127.0.0.1")).code.empty());
}

TEST_CASE("the environment is not asked for a proxy") {
    const WebServer server;
    ::setenv("https_proxy", "http://127.0.0.1:9", 1);
    ::setenv("ALL_PROXY", "http://127.0.0.1:9", 1);
    const Failure failure = failure_of(server, "/", options());
    ::unsetenv("https_proxy");
    ::unsetenv("ALL_PROXY");
    CHECK(failure.message.empty());
}

TEST_CASE("what does not come is said with host and reason, never with the path") {
    const auto http = curl_http_client(options());
    const std::string port = free_port();
    CHECK(message_of([&] { return get(*http, "https://127.0.0.1:" + port + "/opensesame"); }) ==
          "cannot reach 127.0.0.1:" + port + ": connection refused");
    CHECK(message_of([&] { return get(*http, "https://nowhere.invalid/opensesame"); }) ==
          "cannot reach nowhere.invalid:443: no such host is known");

    const WebServer server;
    HttpOptions hurried = options();
    hurried.total_timeout = 300ms;
    const Failure silence = failure_of(server, "/silence?opensesame", std::move(hurried));
    CHECK(silence.code == "timed_out");
    CHECK(silence.message.find("127.0.0.1:PORT") != std::string::npos);
    CHECK(silence.message.find("opensesame") == std::string::npos);
    const Failure cut = failure_of(server, "/cut", options());
    CHECK(cut.code == "unavailable");
    CHECK(cut.message == "the connection to 127.0.0.1:PORT broke before the answer was whole");
    CHECK(failure_of(server, "/nonsense", options()).code == "bad_answer");
}

TEST_CASE("an answer larger than the limit is no answer") {
    const WebServer server;
    const auto small = [] { return HttpOptions{.answer_limit = 10'000, .ca_file = certificates().ca()}; };
    CHECK(failure_of(server, "/large/9000", small()).code.empty());
    const Failure failure = failure_of(server, "/large/10000", small());
    CHECK(failure.code == "bad_answer");
    CHECK(failure.message == "127.0.0.1:PORT answers with more than 10000 bytes");
}

TEST_CASE("a trace of a real exchange has no secret in it") {
    const WebServer server;
    std::string trace;
    HttpOptions traced = options();
    traced.trace = [&](std::string_view text) { trace += text; };
    const auto http = curl_http_client(std::move(traced));
    HttpRequest request{.url = server.origin + "/token?opensesame", .url_is_secret = true, .answer_is_secret = true};
    request.secret_headers.push_back({"Authorization", Secret{"opensesame"}});
    http->send(request);
    CHECK(trace.find("opensesame") == std::string::npos);
    CHECK(trace.find("> GET https://" + server.where + "/[secret]\n> Authorization: [secret]\n< 200\n") == 0);
    CHECK(trace.find("< X-Kind: token\n") != std::string::npos);
}
