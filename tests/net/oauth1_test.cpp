// SPDX-License-Identifier: Apache-2.0
#include "net/oauth1.hpp"

#include "base/json_object.hpp"
#include "catch.hpp"
#include "crypto/hmac.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "generated/test_places.hpp"

#include <fmt/format.h>
#include <random>

namespace {

using namespace mdm;
using namespace mdm::net;
using namespace std::string_literals;

OAuth1Credentials credentials(std::string key, std::string key_secret, std::string token, std::string token_secret) {
    return {std::move(key), Secret{std::move(key_secret)}, Secret{std::move(token)}, Secret{std::move(token_secret)}};
}

OAuth1Stamp stamp(std::int64_t seconds, std::string nonce) {
    return {Time{std::chrono::seconds{seconds}}, std::move(nonce)};
}

std::string base_string(std::string_view url, HttpMethod method = HttpMethod::get,
                        std::vector<std::pair<std::string, std::string>> parameters = {}) {
    std::vector<OAuth1Parameter> given;
    for (auto& [name, value] : parameters)
        given.push_back({name, Secret{std::move(value)}});
    return std::string(oauth1_base_string(method, url, std::move(given)).reveal());
}

/// Credentials and URLs of characters that need encoding, and of some that do not.
class Cases {
public:
    std::string word(int least) {
        static const std::vector<std::string> letters = {"a", "Z", "0", "-", ".", "_", "~",  " ", "+",  "&", "=", "%",
                                                         "/", "?", ":", "@", "!", "*", "\"", "'", "(",  ")", ",", ";",
                                                         "$", "#", "[", "^", "<", "|", "\\", "é", "日", "😀", "7", "q"};
        std::string out;
        for (int size = number(least, 12); size > 0; --size)
            out += letters[static_cast<std::size_t>(number(0, static_cast<int>(letters.size()) - 1))];
        return out;
    }

    std::string url() {
        static const std::vector<std::string> places = {
            "https://mdm.example",      "https://MDM.Example:443", "http://127.0.0.1:8080", "http://mdm.example:80",
            "HTTPS://mdm.example:8443", "https://[::1]:443",       "http://mdm.example:443"};
        std::string out = places[static_cast<std::size_t>(number(0, static_cast<int>(places.size()) - 1))];
        for (int steps = number(0, 3); steps > 0; --steps)
            out += "/" + escaped(word(1));
        const int pairs = number(0, 4);
        for (int i = 0; i < pairs; ++i)
            out += (i == 0 ? (out.find('/', 8) == std::string::npos ? "/?" : "?") : "&") + pair();
        return out;
    }

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

private:
    std::string pair() {
        std::string name = escaped(word(1));
        if (number(0, 3) == 0)
            name = "a";  // so that there are some of one name
        return number(0, 5) == 0 ? name + "=" : fmt::format("{}={}", name, escaped(word(0)));
    }

    /// In either case, and a space in either of its ways.
    std::string escaped(const std::string& text) {
        std::string out;
        for (const char c : text)
            if (std::isalnum(static_cast<unsigned char>(c)) != 0)
                out += c;
            else if (c == ' ' && number(0, 1) == 0)
                out += '+';
            else
                out += fmt::format(fmt::runtime(number(0, 1) == 0 ? "%{:02x}" : "%{:02X}"),
                                   static_cast<unsigned>(static_cast<unsigned char>(c)));
        return out;
    }

    std::mt19937 random_{20261122};
};

}  // namespace

TEST_CASE("HMAC-SHA-1 is that of RFC 2202") {
    CHECK(crypto::hmac_sha1(std::string(20, '\x0b'), "Hi There") ==
          "\xb6\x17\x31\x86\x55\x05\x72\x64\xe2\x8b\xc0\xb6\xfb\x37\x8c\x8e\xf1\x46\xbe\x00"s);
    CHECK(crypto::hmac_sha1("Jefe", "what do ya want for nothing?") ==
          "\xef\xfc\xdf\x6a\xe5\xeb\x2f\xa2\xd2\x74\x16\xd5\xf1\x84\xdf\x9c\x25\x9a\x7c\x79"s);
}

TEST_CASE("a session of the Device Enrollment Program is asked for with this signature") {
    const auto mine =
        credentials("CK_0011223344556677", "CS_secretsecret", "AT_O1O8899aabbO1700000000000", "AS_accesssecret");
    const Secret header = oauth1_authorization(mine, stamp(1760000000, "6f2b1c9e4d"), HttpMethod::get,
                                               "https://mdmenrollment.apple.com/session", "ADM");
    CHECK(header.reveal() ==
          "OAuth realm=\"ADM\",oauth_consumer_key=\"CK_0011223344556677\",oauth_token=\"AT_O1O8899aabbO1700000000000\","
          "oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"1760000000\",oauth_nonce=\"6f2b1c9e4d\","
          "oauth_version=\"1.0\",oauth_signature=\"P1femQLRVPuDE7WY%2BbV85mERPI0%3D\"");
}

TEST_CASE("the base string is that of RFC 5849, 3.4.1.1") {
    CHECK(base_string("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", HttpMethod::post,
                      {{"oauth_consumer_key", "9djdj82h48djs9d2"},
                       {"oauth_token", "kkk9d7dh3k39sjv7"},
                       {"oauth_signature_method", "HMAC-SHA1"},
                       {"oauth_timestamp", "137131201"},
                       {"oauth_nonce", "7d8f3e4a"},
                       {"c2", ""},
                       {"a3", "2 q"}}) ==
          "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D"
          "%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-"
          "SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
}

TEST_CASE("where a URL leads to has one form (RFC 5849, 3.4.1.2)") {
    CHECK(base_string("HTTP://Example.com:80/r%20v/X?id=123") == "GET&http%3A%2F%2Fexample.com%2Fr%2520v%2FX&id%3D123");
    CHECK(base_string("https://www.example.net:8080/?q=1#top") == "GET&https%3A%2F%2Fwww.example.net%3A8080%2F&q%3D1");
    CHECK(base_string("https://a.example") == "GET&https%3A%2F%2Fa.example%2F&");
    CHECK(base_string("https://a.example?q") == "GET&https%3A%2F%2Fa.example%2F&q%3D");
    CHECK(base_string("http://a.example:443/") == "GET&http%3A%2F%2Fa.example%3A443%2F&");
    CHECK(base_string("https://[::1]:443/") == "GET&https%3A%2F%2F%5B%3A%3A1%5D%2F&");
    CHECK(base_string("https://a.example/?a=b%&&c=%zz") == "GET&https%3A%2F%2Fa.example%2F&a%3Db%2525%26c%3D%2525zz");
}

TEST_CASE("what is no URL to sign is refused") {
    for (const char* url :
         {"", "a.example", "://", "https://", "https:///x", "ftp://a.example/", "https://u@a.example/"})
        CHECK(fakes::code_of([&] { return oauth1_base_string(HttpMethod::get, url, {}); }) == "bad_usage");
}

TEST_CASE("oauthlib takes what is signed, whatever has to be encoded") {
    const fakes::Workshop workshop;
    Cases cases;
    std::string lines;
    constexpr int count = 250;
    for (int i = 0; i < count; ++i) {
        const std::string key = cases.word(1);
        const std::string key_secret = cases.word(0);
        const std::string token = cases.word(1);
        const std::string token_secret = cases.word(0);
        const auto mine = credentials(key, key_secret, token, token_secret);
        const auto when = stamp(cases.number(1, 2'000'000'000), cases.word(1));
        const std::string url = cases.url();
        const std::string realm = i % 2 == 0 ? "ADM" : "";
        const HttpMethod method = i % 3 == 0 ? HttpMethod::put : HttpMethod::get;
        const std::string base =
            base_string(url, method,
                        {{"oauth_consumer_key", key},
                         {"oauth_token", token},
                         {"oauth_signature_method", "HMAC-SHA1"},
                         {"oauth_timestamp", std::to_string(when.timestamp.time_since_epoch().count())},
                         {"oauth_nonce", when.nonce},
                         {"oauth_version", "1.0"}});
        lines += json_object({{"method", std::string(method_name(method))},
                              {"url", url},
                              {"realm", realm},
                              {"consumer_key", key},
                              {"consumer_secret", key_secret},
                              {"token", token},
                              {"token_secret", token_secret},
                              {"header", std::string(oauth1_authorization(mine, when, method, url, realm).reveal())},
                              {"base_string", base}}) +
                 "\n";
    }
    workshop.write("cases", lines);
    CHECK(workshop.output_of("for python in python3 /usr/bin/python3; do $python -c 'import oauthlib' 2>/dev/null && "
                             "break; done; $python '" MDMCTL_TEST_SERVERS
                             "/oauth1-judge' cases") == fmt::format("{} verified\n", count));
}
