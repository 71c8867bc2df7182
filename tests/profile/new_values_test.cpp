// SPDX-License-Identifier: Apache-2.0
#include "profile/new_values.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "profile/made_profiles.hpp"
#include "profile/new_addresses.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const NewType& type_of(std::string_view name) {
    for (const NewType& type : new_types())
        for (const NewOption& option : type.options)
            if (option.name == name)
                return type;
    throw std::out_of_range(std::string(name));
}

std::string refusal(std::string_view name, const std::string& value) {
    return fakes::message_of([&] {
        check_values(type_of(name), Options().with(name, value).given());
        return 0;
    });
}

}  // namespace

TEST_CASE("a URL has a scheme that its option takes, a host, and no space") {
    for (const std::string option : {"--server-url", "--check-in-url", "--acme-url"}) {
        CAPTURE(option);
        for (const std::string good :
             {"https://mdm.example.com", "HTTPS://mdm.example.com:8443/mdm?a=b", "https://[2001:db8::1]:8443/",
              "https://192.0.2.1", "https://%Host%/mdm", "https://mdm.example.com/%SerialNumber%", "https://a/@b"})
            CHECK(refusal(option, good).empty());
        for (const std::string bad :
             {"", "https://", "https:///mdm", "http://mdm.example.com", "mdm.example.com", "https://mdm example.com",
              "https://mdm.example.com/a b", "https://mdm.example.com:0", "https://mdm.example.com:65536",
              "https://mdm.example.com:", "https://mdm..example.com", "https://-mdm.example.com", "https://[::1",
              "https:/mdm.example.com", "https://mdm.example.com\\mdm"})
            CHECK(refusal(option, bad).find(option) != std::string::npos);
    }
    for (const std::string option : {"--scep-url", "--web-clip-url", "--wifi-proxy-pac"}) {
        CHECK(refusal(option, "http://intranet").empty());
        for (const std::string bad : {"javascript:alert(1)", "ftp://intranet", "file:///etc/passwd", "intranet"})
            CHECK(refusal(option, bad).find(option) != std::string::npos);
    }
    CHECK(refusal("--scep-uri", "urn:example:1").empty());
    CHECK_FALSE(refusal("--acme-uri", "example").empty());
}

TEST_CASE("no user information in a URL, and no message shows it") {
    for (const std::string option : {"--server-url", "--check-in-url", "--acme-url", "--scep-url", "--web-clip-url",
                                     "--wifi-proxy-pac", "--scep-uri", "--acme-uri"})
        for (const std::string url : {"https://jo:geheim@mdm.example.com", "https://geheim@mdm.example.com/a@b",
                                      "https://%User%:geheim@mdm.example.com"}) {
            const std::string message = refusal(option, url);
            CAPTURE(message);
            CHECK(message.find(option) != std::string::npos);
            CHECK(message.find("geheim") == std::string::npos);
        }
    for (const std::string option : {"--vpn-server", "--mail-in-server", "--exchange-server", "--server-url"})
        for (const std::string text : {"jo:geheim@host", "https://jo:ge/geheim@host", "jo:geheim@host:1 2"}) {
            const std::string message = refusal(option, text);
            CHECK(message.find(option) != std::string::npos);
            CHECK(message.find("geheim") == std::string::npos);
        }
}

TEST_CASE("a web clip of a home screen is what one of its own is") {
    const auto message = [](const std::string& url) {
        return fakes::message_of([&] {
            return made({"home-screen"},
                        Options().with("--home-screen-layout", "pages: [[{web-clip: '" + url + "'}]]"));
        });
    };
    CHECK(message("https://intranet.example.com").empty());
    CHECK(message("https://jo:geheim@intranet.example.com").starts_with("--home-screen-layout: 'https://...@intranet"));
    CHECK_FALSE(message("javascript:alert(1)").empty());
}

TEST_CASE("a host is a name or an address, and a port one of 65535") {
    for (const std::string good :
         {"a", "vpn.example.com", "vpn.example.com.", "192.0.2.1", "2001:db8::1", "my_host", "%Host%"})
        CHECK(is_host(good));
    for (const std::string bad : {"", ".", "a b", "https://a", "a:1", "a/b", "caf\xC3\xA9", "a..b", "-a"})
        CHECK_FALSE(is_host(bad));
    CHECK_FALSE(is_host(std::string(64, 'a')));
    for (const std::string bad : {"0", "65536", "-1", "+1", "1 "})
        CHECK(refusal("--mail-in-port", bad).find("--mail-in-port") != std::string::npos);
    CHECK(refusal("--mail-out-port", "65535").empty());
    CHECK(port_of("993") == 993);
}

TEST_CASE("a number is not below 0, and a word is there once") {
    CHECK(refusal("--vpn-idle", "-5") == "'-5' is below 0, and --vpn-idle takes 0 or more");
    CHECK_FALSE(refusal("--scep-retries", "-1").empty());
    CHECK(fakes::message_of([] {
              check_values(new_type_named("mdm"),
                           Options().with("--capability", "token").with("--capability", "token").given());
              return 0;
          }) == "--capability token is there twice");
}

TEST_CASE("what is no text is refused by its option") {
    CHECK(refusal("--ssid", "caf\xE9") == "what is given for --ssid is not UTF-8");
    CHECK(refusal("--ssid", "a\nb") == "what is given for --ssid has a line break in it");
    CHECK(refusal("--vpn-name", "a\x07") == "what is given for --vpn-name has a control character in it, U+0007");
    CHECK(refusal("--ssid", "caf\xC3\xA9").empty());
    CHECK(fakes::code_of([] {
              check_secret("--wifi-password-file", Secret{"\xFF\xFE"});
              return 0;
          }) == "wrong_format");
    for (const ProfileHead& head :
         {ProfileHead{.identifier = "a.b", .name = "a\nb"}, ProfileHead{.identifier = "a.b", .consent = "\xFF"}})
        CHECK(fakes::code_of([&] { return made({"passcode"}, {}, head); }) == "bad_usage");
    CHECK(fakes::code_of([] { return made({"passcode"}, {}, {.identifier = "a.b", .consent = "a\nb"}); }).empty());
    CHECK(fakes::code_of([] {
              return made({"home-screen"},
                          Options().with("--home-screen-layout", "pages: [[{folder: \"\\x07\", pages: [[a.b]]}]]"));
          }) == "bad_usage");
}

TEST_CASE("a topic that is typed is that of an external server") {
    const auto code = [](const std::string& topic) {
        Options options;
        options.with("--scep-url", "https://a.example.com").with("--scep-subject", "CN=x");
        options.with("--server-url", "https://a.example.com").with("--topic", topic);
        return fakes::code_of([&] { return made({"mdm", "scep"}, options); });
    };
    CHECK(code("com.apple.mgmt.External.11111111-2222-4333-8444-555555555555").empty());
    for (const std::string bad : {"com.apple.mgmt.External.", "com.apple.mgmt.External.a", "com.apple.mgmt.", "",
                                  "com.apple.mgmt.External.gggggggg-2222-4333-8444-555555555555",
                                  "com.apple.mgmt.External.11111111-2222-4333-8444-555555555555 "})
        CHECK(code(bad) == "bad_usage");
}
