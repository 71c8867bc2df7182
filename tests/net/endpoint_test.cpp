// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace mdm;
using namespace mdm::net;
using fakes::code_of;
using fakes::message_of;

TEST_CASE("an origin is scheme, host and port in one spelling") {
    const std::vector<std::pair<std::string, std::string>> origins{
        {"https://mdmenrollment.apple.com", "https://mdmenrollment.apple.com"},
        {"https://mdmenrollment.apple.com/", "https://mdmenrollment.apple.com"},
        {"https://mdmenrollment.apple.com:443", "https://mdmenrollment.apple.com"},
        {"HTTPS://MDMEnrollment.Apple.COM:443/", "https://mdmenrollment.apple.com"},
        {"https://mdm.example:8443", "https://mdm.example:8443"},
        {"https://mdm.example:80", "https://mdm.example:80"},
        {"http://127.0.0.1", "http://127.0.0.1"},
        {"http://127.0.0.1:80/", "http://127.0.0.1"},
        {"http://127.0.0.1:8080", "http://127.0.0.1:8080"},
        {"http://127.0.0.1:443", "http://127.0.0.1:443"},
        {"http://[::1]:8080/", "http://[::1]:8080"},
        {"https://[2001:DB8::1]", "https://[2001:db8::1]"},
    };
    for (const auto& [url, origin] : origins) {
        INFO(url);
        CHECK(http_origin(url) == origin);
        CHECK(http_origin(http_origin(url)) == origin);
    }
}

TEST_CASE("what leads somewhere else is another origin") {
    const std::string apple = http_origin("https://mdmenrollment.apple.com");
    for (const char* other : {"https://mdmenrollment.apple.com:444", "https://apple.com",
                              "https://mdmenrollment.apple.com.example", "https://mdmenrollment-apple.com"})
        CHECK(http_origin(other) != apple);
}

TEST_CASE("an origin has no path, no query and no login, and is safe to talk to") {
    const auto code = [](const std::string& url) { return code_of([&] { return http_origin(url); }); };
    for (const char* url :
         {"https://mdm.example/dep", "https://mdm.example/?x", "https://mdm.example?x=y", "https://mdm.example/#x",
          "https://jo@mdm.example", "https://jo:hunter2@mdm.example", "ftp://mdm.example", "mdm.example", "",
          "https://", "https://mdm.example:0", "https://mdm.example:65536"}) {
        INFO(url);
        CHECK(code(url) == "bad_usage");
        CHECK(message_of([&] { return http_origin(url); }).find("hunter2") == std::string::npos);
    }
    CHECK(code("http://mdm.example") == "insecure_connection");
    CHECK(code("http://localhost:8080") == "insecure_connection");
}
