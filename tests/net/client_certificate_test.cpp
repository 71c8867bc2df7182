// SPDX-License-Identifier: Apache-2.0
// libcurl with a client certificate, against nginx and OpenSSL's s_server, which ask for one.
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "net/http.hpp"
#include "net/server.hpp"

#include <nlohmann/json.hpp>

namespace {

using namespace mdm;
using namespace mdm::net;
using Arguments = std::vector<std::string>;

const Certificates& certificates() {
    static const Certificates made;
    return made;
}

bool nginx_is_here() {
    static const bool found = has_nginx();
    if (!found)
        WARN("SKIPPED: there is no nginx, so that no HTTP/2 server asked for a certificate");
    return found;
}

/// As tls-server's help has it.
Server tls_server(Arguments arguments) {
    for (const std::string& more : {std::string("--certificate"), certificates().path("server.pem"),
                                    std::string("--client-ca"), certificates().ca()})
        arguments.push_back(more);
    return {"python3", "tls-server", arguments};
}

HttpOptions anonymous() { return {.ca_file = certificates().ca()}; }

HttpOptions showing(const std::string& certificate, const std::string& key = "client.key") {
    HttpOptions options = anonymous();
    options.client_certificate =
        ClientCertificate{.certificate = certificates().read(certificate), .key = Secret{certificates().read(key)}};
    return options;
}

HttpOptions over_http2(HttpOptions options) {
    options.http2_only = true;
    return options;
}

std::string url(const Server& server, const std::string& path) { return "https://127.0.0.1:" + server.port() + path; }

/// What a GET ends with: "200 BODY", or the code and the message of the error, the port in it as PORT.
std::string outcome(const Server& server, HttpOptions options, const std::string& path = "/") {
    const auto http = curl_http_client(std::move(options));
    try {
        const HttpResponse response = http->send({.url = url(server, path)});
        return std::to_string(response.status) + " " + response.body;
    } catch (const Error& error) {
        std::string text = std::string(name(error.code())) + ": " + error.message();
        if (const auto at = text.find(server.port()); at != std::string::npos)
            text.replace(at, server.port().size(), "PORT");
        return text;
    }
}

const std::string refused = "unauthorized: 127.0.0.1:PORT does not accept our certificate: ";

}  // namespace

TEST_CASE("a server that asks sees our certificate, over HTTP/2, with every request") {
    if (!nginx_is_here())
        return;
    const Server nginx = tls_server({"nginx"});
    const auto http = curl_http_client(over_http2(showing("client.pem")));
    for (const HttpMethod method : {HttpMethod::post, HttpMethod::post, HttpMethod::get}) {
        const HttpResponse response =
            http->send({.method = method, .url = url(nginx, "/"), .body = method == HttpMethod::post ? "{}" : ""});
        const auto seen = nlohmann::json::parse(response.body);
        CHECK(seen["protocol"] == "HTTP/2.0");
        CHECK(seen["subject"] == "CN=APSP:aaaa,UID=com.apple.mgmt.External.aaaa");
    }
    CHECK(outcome(nginx, over_http2(showing("client.pem")), "/forbidden") ==
          "403 {\"reason\":\"BadCertificateEnvironment\"}");
}

TEST_CASE("a server that says in an answer what it thinks of our certificate has answered") {
    if (!nginx_is_here())
        return;
    const Server nginx = tls_server({"nginx"});
    CHECK(outcome(nginx, over_http2(showing("expired-client.pem"))).starts_with("400 "));
    CHECK(outcome(nginx, over_http2(anonymous())).starts_with("400 "));
}

TEST_CASE("what answers with HTTP/1.1 alone is no service of HTTP/2") {
    if (!nginx_is_here())
        return;
    const Server nginx = tls_server({"nginx", "--http1"});
    CHECK(outcome(nginx, showing("client.pem")).starts_with("200 {\"protocol\":\"HTTP/1.1\""));
    CHECK(outcome(nginx, over_http2(showing("client.pem"))) ==
          "bad_answer: 127.0.0.1:PORT answers with HTTP/1, and HTTP/2 is needed");
}

TEST_CASE("without TLS there is no HTTP/2") {
    const Server plain("python3", "http-server", {});
    const auto http = curl_http_client(over_http2(anonymous()));
    CHECK(fakes::code_of([&] { return http->send({.url = "http://127.0.0.1:" + plain.port() + "/echo"}); }) ==
          "bad_answer");
}

TEST_CASE("an alert on our certificate is said in words, in the handshake and after it") {
    for (const Arguments& server : {Arguments{"s_server", "--tls", "tls1_2"}, Arguments{"s_server", "--tls", "tls1_3"},
                                    Arguments{"s_server", "--tls", "tls1_3", "--alpn", "h2"}}) {
        CAPTURE(server);
        const Server strict = tls_server(server);
        CHECK(outcome(strict, showing("expired-client.pem")) == refused + "certificate expired");
        CHECK(outcome(strict, showing("stranger.pem", "stranger.key")) == refused + "unknown authority");
    }
}

TEST_CASE("a certificate that s_server accepts gets an answer") {
    for (const char* version : {"tls1_2", "tls1_3"})
        CHECK(outcome(tls_server({"s_server", "--tls", version}), showing("client.pem")).starts_with("200 "));
}

TEST_CASE("a server that will not do without a certificate says so; TLS 1.2 has no word for it") {
    CHECK(outcome(tls_server({"s_server", "--tls", "tls1_3"}), anonymous()) ==
          "unauthorized: 127.0.0.1:PORT wants a client certificate");
    CHECK(outcome(tls_server({"s_server", "--tls", "tls1_2"}), anonymous())
              .starts_with("tls_failed: no TLS came about with 127.0.0.1:PORT: "));
}

TEST_CASE("a server that we do not trust is that, also where it is shown a certificate") {
    const Server strict = tls_server({"s_server"});
    HttpOptions options = showing("expired-client.pem");
    options.ca_file.clear();
    CHECK(outcome(strict, std::move(options)).starts_with("tls_failed: cannot verify who answers at 127.0.0.1:PORT: "));
}

TEST_CASE("a certificate that cannot be used is not shown, and nothing is sent") {
    const Server server("python3", "http-server", {"--log", "--certificate", certificates().path("server.pem")});
    certificates().write("nothing.pem", "nothing\n");
    certificates().write("empty.pem", "");
    const std::string unusable =
        "bad_setting: the client certificate for 127.0.0.1:PORT cannot be used, so nothing was sent";
    for (const char* key : {"stranger.key", "nothing.pem", "empty.pem", "client.pem", "encrypted.key"}) {
        CAPTURE(key);
        CHECK(outcome(server, showing("client.pem", key)) == unusable);
    }
    CHECK(outcome(server, showing("nothing.pem")) == unusable);
    CHECK(outcome(server, showing("empty.pem")) == unusable);
    CHECK(outcome(server, showing("client.key")) == unusable);
    // The first request that the server sees is the one with nothing wrong.
    CHECK(outcome(server, showing("client.pem"), "/first").starts_with("200 "));
}
