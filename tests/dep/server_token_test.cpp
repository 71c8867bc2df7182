// SPDX-License-Identifier: Apache-2.0
#include "dep/server_token.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

constexpr std::string_view members[]{"consumer_key", "consumer_secret", "access_token", "access_secret",
                                     "access_token_expiry"};

ServerToken read(std::string_view message) { return read_server_token(message, "token.p7m"); }

/// "CK_acme CS_hidden AT_first AS_hidden 2027-01-14T21:27:41Z"
std::string told(const ServerToken& token) {
    return token.consumer_key + " " + std::string(token.consumer_secret.reveal()) + " " +
           std::string(token.access_token.reveal()) + " " + std::string(token.access_secret.reveal()) + " " +
           to_rfc3339(token.access_token_expiry);
}

const std::string whole = "CK_acme CS_hidden AT_first AS_hidden 2027-01-14T21:27:41Z";

const std::string headers = "Content-Type: text/plain;charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n";

/// Behind the words that begin each refusal; and it shows no value.
std::string refusal(std::string_view message) {
    CHECK(code_of([&] { return read(message); }) == "not_a_server_token");
    const std::string why = message_of([&] { return read(message); });
    for (const char* value : {"CS_", "AT_", "AS_", "CK_", "hidden", "first", "acme", "2027"})
        CHECK(why.find(value) == std::string::npos);
    const std::string_view begin = "'token.p7m' holds no server token: ";
    CHECK(why.starts_with(begin));
    return why.substr(std::min(begin.size(), why.size()));
}

/// The JSON with one member's value put otherwise; empty: the member is missing.
std::string json_with(std::string_view member, std::string_view value) {
    std::string json = "{";
    for (const std::string_view each : members) {
        std::string text = each == "access_token_expiry" ? "\"2027-01-14T21:27:41Z\"" : "\"CS_hidden\"";
        if (each == member)
            text = value;
        if (!text.empty())
            json.append(json.size() > 1 ? "," : "").append("\"").append(each).append("\":").append(text);
    }
    return json + "}";
}

}  // namespace

TEST_CASE("a token is read with marker lines or without, and however its lines end") {
    const std::string json = token_json();
    const std::string begin = "-----BEGIN MESSAGE-----";
    const std::string end = "-----END MESSAGE-----";
    for (const std::string& message : {
             token_message(),
             headers + "\r\n" + json,
             headers + "\r\n" + json + "\r\n",
             headers + json,
             json,
             "\r\n\r\n" + json,
             "\xef\xbb\xbf" + json,
             begin + "\n" + json + "\n" + end + "\n",
             begin + json + end,
             begin + "\r\n" + json + end + "\r\n",
             headers + "\r\n" + begin + "\r\n" + json + "\r\n",
             headers + "\r\n" + json + "\r\n" + end,
             token_message() + "\r\n-- \r\nJo\r\n",
         }) {
        INFO(message);
        CHECK(told(read(message)) == whole);
    }
}

TEST_CASE("JSON that was wrapped over lines is one line again, within its values as well") {
    for (std::size_t width = 1; width < 80; ++width)
        for (const char* end : {"\n", "\r\n"}) {
            INFO(width);
            CHECK(told(read("-----BEGIN MESSAGE-----" + std::string(end) + in_lines(token_json(), width, end) +
                            "-----END MESSAGE-----" + end)) == whole);
        }
    CHECK(told(read(headers + "\r\n" + in_lines(token_json()))) == whole);
}

TEST_CASE("JSON that somebody laid out is read") {
    CHECK(told(read("{\n  \"consumer_key\" : \"CK_acme\",\n  \"consumer_secret\" : \"CS_hidden\",\n"
                    "  \"access_token\" : \"AT_first\",\n\t\"access_secret\" : \"AS_hidden\",\n"
                    "  \"access_token_expiry\" : \"2027-01-14T21:27:41Z\"\n}\n")) == whole);
}

TEST_CASE("the inner part may be encoded once more") {
    CHECK(told(read("Content-Transfer-Encoding: base64\r\n\r\n" + in_lines(to_base64(token_json())))) == whole);
    std::string quoted = in_lines(token_json(), 40, "=\r\n");
    for (auto at = quoted.find(':'); at != std::string::npos; at = quoted.find(':', at + 3))
        quoted.replace(at, 1, "=3A");
    CHECK(told(read("Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted)) == whole);
    // Said, and not so.
    CHECK(told(read("Content-Transfer-Encoding: base64\r\n\r\n" + token_json())) == whole);
}

TEST_CASE("members that are not known are ignored, of whatever type and depth") {
    const std::string json = token_json();
    const std::string front = R"({"a":null,"b":[1,2.5,{"consumer_key":"CK_other"}],"c":{"access_token":"AT_other",)"
                              R"("access_secret":null,"consumer_secret":["x"]},"d":true,"e":"","e":"",)";
    CHECK(told(read(front + json.substr(1))) == whole);
    std::string behind = json;
    behind.pop_back();
    CHECK(told(read(behind + R"(,"z":{"consumer_key":"CK_other","access_token_expiry":7}})")) == whole);
    CHECK(told(read(R"({"x":)" + std::string(5000, '[') + std::string(5000, ']') + "," + json.substr(1))) == whole);
}

TEST_CASE("escapes in a value are what they stand for") {
    CHECK(read(json_with("consumer_key", R"("CK_\u0061cme\/\"")")).consumer_key == "CK_acme/\"");
}

TEST_CASE("the end may have fractions and another offset, as RFC 3339 has them") {
    for (const char* time : {"2027-01-14T21:27:41Z", "2027-01-14T21:27:41.250Z", "2027-01-14T22:27:41+01:00"})
        CHECK(read(token_json({.expiry = time})).access_token_expiry == at("2027-01-14T21:27:41Z"));
}

TEST_CASE("a member that is missing, doubled, empty or no string is named, and no value is") {
    for (const std::string_view member : members) {
        const std::string called(member);
        INFO(called);
        CHECK(refusal(json_with(member, "")) == called + " is missing");
        CHECK(refusal(json_with(member, "\"\"")) == called + " is empty");
        for (const char* value :
             {"null", "true", "7", "-7", "7.5", "[\"CS_hidden\"]", "{\"a\":\"CS_hidden\"}", "[]", "{}"}) {
            INFO(value);
            CHECK(refusal(json_with(member, value)) == called + " is no string");
        }
        const std::string again = ",\"" + called + "\":";
        std::string doubled = token_json();
        doubled.insert(doubled.size() - 1, again + "\"AT_second\"");
        CHECK(refusal(doubled) == called + " is there twice");
        std::string same = json_with(member, "\"2027-01-14T21:27:41Z\"" + again + "\"2027-01-14T21:27:41Z\"");
        CHECK(refusal(same) == called + " is there twice");
        CHECK(refusal(json_with(member, "\"CS_hidden\"" + again + "null")) == called + " is no string");
        CHECK(refusal(json_with(member, "\"CS_hidden\"" + again + "\"\"")) == called + " is empty");
    }
    CHECK(refusal(R"({"consumer_key":"CK_acme","access_token":"AT_first","access_secret":"AS_hidden"})") ==
          "consumer_secret, access_token_expiry are missing");
    CHECK(refusal("{}") ==
          "consumer_key, consumer_secret, access_token, access_secret, access_token_expiry are missing");
}

TEST_CASE("an end that is no time is said to be none") {
    for (const char* time : {"soon", "2027-13-14T21:27:41Z", "2027-01-14T25:27:41Z", "1800000000", "14.01.2027", " "})
        CHECK(refusal(json_with("access_token_expiry", "\"" + std::string(time) + "\"")) ==
              "access_token_expiry is no time");
}

TEST_CASE("what is no token's JSON is something else, and what is cut is damaged") {
    for (const std::string& message :
         {std::string(), std::string("\r\n"), headers, std::string("hello"), std::string("<plist/>"),
          std::string("\"CK_acme\""), std::string("7"), std::string("null"), std::string("{"), std::string("]"),
          std::string(1000, '\0'), std::string(1000, '\xff'), std::string("-----BEGIN MESSAGE-----"),
          std::string("-----BEGIN MESSAGE-----\r\n-----END MESSAGE-----\r\n"), std::string(1 << 20, '[')}) {
        INFO(message.substr(0, 60));
        CHECK(refusal(message) == "what is encrypted in it is something else");
    }
    CHECK(refusal("[" + token_json() + "]").ends_with(" are missing"));
    CHECK(refusal(token_json() + token_json()) == "its JSON is cut or damaged");
    CHECK(refusal(json_with("access_secret", "\"AS_\x80\"")) == "its JSON is cut or damaged");
    CHECK(refusal(json_with("access_secret", "AS_hidden")) == "its JSON is cut or damaged");
}

TEST_CASE("a message that is cut at any byte is no token, until it is whole") {
    for (const std::string& message : {token_message(), token_json(), headers + "\r\n" + token_json()}) {
        const std::size_t complete = message.find('}') + 1;
        for (std::size_t size = 0; size <= message.size(); ++size) {
            INFO(size << " of " << message.size());
            // Of the marker behind it as well: a part of it is no JSON.
            const std::string begun = message.substr(0, size);
            const auto behind = begun.size() > complete ? begun.substr(complete) : "";
            const bool in_marker =
                behind.find('-') != std::string::npos && behind.find("-----END MESSAGE-----") == std::string::npos;
            if (size < complete || in_marker)
                refusal(begun);
            else
                CHECK(told(read(begun)) == whole);
        }
    }
}

TEST_CASE("a token of the rehearsal's pretend portal is known, and Apple's is not one") {
    CHECK(read(token_message({.sandbox = true})).sandbox);
    CHECK_FALSE(read(token_message()).sandbox);
    const std::string json = token_json();
    CHECK(read(R"({"mdmctl_sandbox":false,)" + json.substr(1)).sandbox);
    CHECK_FALSE(read(R"({"x":{"mdmctl_sandbox":"yes"},)" + json.substr(1)).sandbox);
    CHECK_FALSE(read(R"({"x":"mdmctl_sandbox",)" + json.substr(1)).sandbox);
}

TEST_CASE("what the store keeps is the five members in one line, and reads as the same token") {
    const ServerToken token = read(json_with("consumer_key", R"("CK_\"\\\u00e9")"));
    const Secret json = to_json(token);
    CHECK(json.reveal().find('\n') == std::string_view::npos);
    CHECK(told(read(json.reveal())) == told(token));
    CHECK(read(json.reveal()).is(token));
    CHECK(to_json(read(token_message({.sandbox = true}))).reveal() == token_json());
}

TEST_CASE("a token is the same one by its key and secrets") {
    const ServerToken token = read(token_json());
    CHECK(token.is(token.copy()));
    CHECK(told(token.copy()) == whole);
    CHECK(token.is(read(token_json({.expiry = "2030-01-01"}))));
    CHECK_FALSE(token.is(read(token_json({.access_token = "AT_second"}))));
    CHECK_FALSE(token.is(read(token_json({.consumer_key = "CK_other"}))));
}
