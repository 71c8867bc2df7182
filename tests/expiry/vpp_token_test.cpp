// SPDX-License-Identifier: Apache-2.0
#include "expiry/vpp_token.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using fakes::at;

TEST_CASE("an Apps and Books token says its end and whose it is") {
    const auto read = [](const std::string& json) { return read_vpp_token(to_base64(json)); };
    const auto token = read(R"({"token":"c2VjcmV0","expDate":"2027-02-28T13:29:33+0000","orgName":"Acme GmbH"})");
    REQUIRE(token.has_value());
    CHECK(token->not_after == at("2027-02-28T13:29:33Z"));
    CHECK(token->organization == "Acme GmbH");
    CHECK(read(R"({"expDate":"2027-02-28T13:29:33-0800","token":"x"})")->not_after == at("2027-02-28T21:29:33Z"));
    CHECK(read(R"({"expDate":"2027-02-28T13:29:33Z","token":"x"})")->not_after == at("2027-02-28T13:29:33Z"));
    CHECK(read("{\"expDate\":\"2027-02-28T13:29:33Z\",\"token\":\"x\",\"orgName\":\"\\u001b[2J\"}")->organization ==
          "\\x1b[2J");
    CHECK_FALSE(read(R"({"expDate":"soon","token":"x"})").has_value());
    CHECK_FALSE(read(R"({"expDate":"2027-02-28T13:29:33Z"})").has_value());
    CHECK_FALSE(read(R"(["token"])").has_value());
    CHECK_FALSE(read("not JSON").has_value());
    CHECK_FALSE(read_vpp_token("-----BEGIN CERTIFICATE-----").has_value());
    CHECK_FALSE(read_vpp_token("").has_value());
}
