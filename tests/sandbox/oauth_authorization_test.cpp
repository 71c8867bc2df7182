// SPDX-License-Identifier: Apache-2.0
#include "sandbox/oauth_authorization.hpp"

#include "catch.hpp"
#include "sandbox/refusal.hpp"

#include <fmt/format.h>

using namespace mdm::sandbox;

namespace {

constexpr std::string_view good =
    R"(OAuth realm="ADM", oauth_consumer_key="CK_0011223344556677", oauth_token="AT_O1O8899aabbO1700000000000", )"
    R"(oauth_signature_method="HMAC-SHA1", oauth_timestamp="1760000000", oauth_nonce="6f2b1c9e4d", )"
    R"(oauth_version="1.0", oauth_signature="P1femQLRVPuDE7WY%2BbV85mERPI0%3D")";

std::string with(std::string_view what, std::string_view instead) {
    std::string header(good);
    return header.replace(header.find(what), what.size(), instead);
}

std::string refusal_of(const std::string& header) {
    try {
        static_cast<void>(read_oauth_authorization(header));
    } catch (const Refusal& refusal) {
        return fmt::format("{} {}", refusal.status, refusal.code);
    }
    return "";
}

}  // namespace

TEST_CASE("an Authorization header is read, and what it signs is written down") {
    const auto read = read_oauth_authorization(good);
    CHECK(read.consumer_key == "CK_0011223344556677");
    CHECK(read.token == "AT_O1O8899aabbO1700000000000");
    CHECK(read.nonce == "6f2b1c9e4d");
    CHECK(read.timestamp == 1760000000);
    const auto base = signature_base_string("GET", "https://mdmenrollment.apple.com/session", read);
    CHECK(base ==
          "GET&https%3A%2F%2Fmdmenrollment.apple.com%2Fsession&oauth_consumer_key%3DCK_0011223344556677%26oauth_nonce"
          "%3D6f2b1c9e4d%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1760000000%26oauth_token%3DAT_O1O8899"
          "aabbO1700000000000%26oauth_version%3D1.0");
    CHECK(is_signed_with(read, base, "CS_secretsecret", "AS_accesssecret"));
    CHECK_FALSE(is_signed_with(read, base, "CS_secretsecret", "AS_accesssecreT"));
}

TEST_CASE("what is encoded in the header is encoded once more in what is signed") {
    const auto read = read_oauth_authorization(with("6f2b1c9e4d", "6f%20H%26"));
    CHECK(read.nonce == "6f H&");
    CHECK(signature_base_string("GET", "u", read).find("oauth_nonce%3D6f%2520H%2526") != std::string::npos);
}

TEST_CASE("realm is not needed, and not signed; order, space and the case of the scheme are free") {
    CHECK(refusal_of(with(R"(realm="ADM", )", "")).empty());
    CHECK(refusal_of(with("OAuth ", "oauth   ")).empty());
    const auto plain = read_oauth_authorization(with(R"(realm="ADM", )", ""));
    CHECK(signature_base_string("GET", "u", plain) ==
          signature_base_string("GET", "u", read_oauth_authorization(good)));
}

TEST_CASE("an Authorization header that is not as RFC 5849 has it is refused") {
    CHECK(refusal_of("") == "400 parameter_rejected");
    CHECK(refusal_of("Bearer x") == "400 parameter_rejected");
    CHECK(refusal_of("OAuth ") == "400 parameter_absent");
    CHECK(refusal_of(with(R"(oauth_nonce="6f2b1c9e4d", )", "")) == "400 parameter_absent");
    CHECK(refusal_of(with(R"(oauth_version="1.0", )", "")) == "400 parameter_absent");
    CHECK(refusal_of(with(R"(oauth_version="1.0")", R"(oauth_version="2.0")")) == "400 version_rejected");
    CHECK(refusal_of(with("HMAC-SHA1", "PLAINTEXT")) == "400 signature_method_rejected");
    CHECK(refusal_of(with("HMAC-SHA1", "HMAC-SHA256")) == "400 signature_method_rejected");
    // Twice, unknown, empty, not closed, not encoded, encoded too much, in lower case.
    CHECK(refusal_of(with("oauth_version", R"(oauth_nonce="x", oauth_version)")) == "400 parameter_rejected");
    CHECK(refusal_of(with("oauth_version", R"(oauth_callback="oob", oauth_version)")) == "400 parameter_rejected");
    CHECK(refusal_of(with("oauth_version", R"(other="x", oauth_version)")) == "400 parameter_rejected");
    CHECK(refusal_of(with("6f2b1c9e4d", "")) == "400 parameter_rejected");
    CHECK(refusal_of(with(R"(%3D")", "%3D")) == "400 parameter_rejected");
    CHECK(refusal_of(with("%2B", "+")) == "400 parameter_rejected");
    CHECK(refusal_of(with("%3D", "=")) == "400 parameter_rejected");
    CHECK(refusal_of(with("%3D", "%3d")) == "400 parameter_rejected");
    CHECK(refusal_of(with("6f2b", "6f%32b")) == "400 parameter_rejected");
    CHECK(refusal_of(with("%3D", "%3")) == "400 parameter_rejected");
    CHECK(refusal_of(with("1760000000", "soon")) == "400 parameter_rejected");
    CHECK(refusal_of(with("1760000000", "-1760000000")) == "400 parameter_rejected");
    CHECK(refusal_of(with("1760000000", "17600000000000000000000")) == "400 parameter_rejected");
    CHECK(refusal_of(std::string(good) + ",") == "400 parameter_rejected");
    CHECK(refusal_of(std::string(good) + " x") == "400 parameter_rejected");
}
