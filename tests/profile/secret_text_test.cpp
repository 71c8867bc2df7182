// SPDX-License-Identifier: Apache-2.0
#include "profile/secret_text.hpp"

#include "catch.hpp"
#include "profile/secret_keys.hpp"

#include <string>

using namespace mdm::profile;

TEST_CASE("a key sounds like a secret by a word in it, or by its last one") {
    for (const std::string key :
         {"PreSharedKey", "psk", "Key", "keys", "WEPKey1", "static-key", "tls-auth", "pin", "PIN", "UserPIN", "pwd",
          "auth-user-pass", "ta.key", "apiToken", "client_secret", "OTP"}) {
        CAPTURE(key);
        CHECK(sounds_secret(key));
    }
    for (const std::string key :
         {"PublicKey", "SSHPublicKeys", "hotkey", "Keyboard", "PinToDock", "compass", "UserName", "Monkeys", "7", ""}) {
        CAPTURE(key);
        CHECK_FALSE(sounds_secret(key));
    }
}

TEST_CASE("a text holds a secret where it has a private key, a token, or a value that is named like a secret") {
    for (const std::string text :
         {"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "-----BEGIN OpenVPN Static key V1-----\nAAAA",
          "[Interface]\nAddress = 10.0.0.2/32\nPrivateKey = AAAA", "[Peer]\r\nPresharedKey=AAAA", "user=jo;pwd=AAAA",
          "token: AAAA", "a: b\n  api_key: AAAA", R"({"user":"jo","client_secret" : "AAAA"})", "{'token':'AAAA'}",
          "<user>jo</user><password>AAAA</password>", "<tls-auth>\nAAAA\n</tls-auth>", "run --token AAAA",
          "run --token=AAAA", "Bearer AAAA", "Authorization: Basic AAAA", "eyJhbGciOiJub25lIn0.e30.AAAA",
          "see https://example.org/?a=b with pin=4711"}) {
        CAPTURE(text);
        CHECK(holds_secret(text));
    }
    for (const std::string text :
         {"", "office", "Enter your password: it is the one of your mail.", "PublicKey = AAAA",
          "PrivateKey =", "PrivateKey =\nAddress = 10.0.0.2/32", "password == x", "<password></password>",
          "https://example.org/?token=a", "-----BEGIN CERTIFICATE-----\nAAAA", "CN=jo,O=Example", "--token",
          "a token b", R"(identifier "a.b" and certificate leaf[subject.OU] = "ABC")"}) {
        CAPTURE(text);
        CHECK_FALSE(holds_secret(text));
    }
}

TEST_CASE("a long text is read in one go") {
    CHECK_FALSE(holds_secret(std::string(1U << 20U, ' ') + "=x"));
    CHECK_FALSE(holds_secret(std::string(1U << 20U, '-') + "=x"));
    CHECK(holds_secret(std::string(1U << 20U, ' ') + "token = x"));
}

TEST_CASE("of a URL neither user nor values are shown") {
    CHECK(without_url_secrets("https://a.example/?api_key=AAAA&x=y#z=1") ==
          "https://a.example/?api_key=...&x=...#z=...");
    CHECK(without_url_secrets("https://a.example/p?AAAA") == "https://a.example/p?...");
    CHECK(without_url_secrets("https://jo:AAAA@a.example/b") == "https://...@a.example/b");
    CHECK(without_url_secrets("https://jo:AA/A#A@a.example/b") == "https://...@a.example/b");
    CHECK(without_url_secrets("https://a.example:8443/jo@b") == "https://a.example:8443/jo@b");
    CHECK(without_url_secrets("https://[::1]/jo@b") == "https://[::1]/jo@b");
    CHECK(without_url_secrets("from http://a/?b=AA to http://c/?d=BB twice") ==
          "from http://a/?b=... to http://c/?d=... twice");
    CHECK(without_url_secrets("https://dns.example/dns-query{?dns}") == "https://dns.example/dns-query{?dns}");
    CHECK(without_url_secrets("https://?") == "https://?");
    CHECK(without_url_secrets("://") == "://");
}

TEST_CASE("of what was meant to be one URL nothing before the last @ is shown") {
    CHECK(shown_url("https://jo:AAAA@a.example/b") == "https://...@a.example/b");
    CHECK(shown_url("https://jo:AA AA@a.example/b") == "https://...@a.example/b");
    CHECK(shown_url("https://jo:443/AAAA@a.example/b") == "https://...@a.example/b");
    CHECK(shown_url("jo:AAAA@a.example") == "...@a.example");
    CHECK(shown_url("https://a.example/?key=AAAA") == "https://a.example/?key=...");
    CHECK(shown_url("ftp://a.example/b") == "ftp://a.example/b");
    CHECK(shown_url("proxy:0") == "proxy:0");
    CHECK(shown_url("") == "");
}
