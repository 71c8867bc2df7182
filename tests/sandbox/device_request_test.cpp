// SPDX-License-Identifier: Apache-2.0
#include "sandbox/device_request.hpp"

#include "catch.hpp"
#include "sandbox/refusal.hpp"

#include <fmt/format.h>

using namespace mdm::sandbox;

namespace {

template <class Call>
std::string refusal_of(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Refusal& refusal) {
        return fmt::format("{} {}", refusal.status, refusal.code);
    }
    return "";
}

}  // namespace

TEST_CASE("the body of a page has a cursor, a limit, both, or neither") {
    CHECK(read_page_request("{}").limit == 100);
    CHECK_FALSE(read_page_request("{}").cursor);
    CHECK(read_page_request(R"({"limit":1})").limit == 1);
    CHECK(read_page_request(R"({"limit":1000,"cursor":"x"})").limit == 1000);
    CHECK(read_page_request(R"( {"cursor" : "x"} )").cursor == "x");
    CHECK(read_page_request(R"({"cursor":""})").cursor.value_or("none").empty());
}

TEST_CASE("a body that Apple does not name is refused") {
    const std::string body =
        GENERATE("", "[]", "null", "1", "{", "{}x", R"({"limit":0})", R"({"limit":1001})", R"({"limit":-1})",
                 R"({"limit":"10"})", R"({"limit":1.5})", R"({"limit":1e2})", R"({"limit":null})",
                 R"({"limit":18446744073709551616})", R"({"cursor":1})", R"({"cursor":null})", R"({"Limit":10})",
                 R"({"limit":10,"more":1})", R"({"limit":10,"limit":10})", "{\"cursor\":\"\xff\"}",
                 R"({"cursor":{"cursor":"x"}})");
    CHECK(refusal_of([&] { return read_page_request(body); }) == "400 MALFORMED_REQUEST_BODY");
}

TEST_CASE("a cursor of more than 1000 characters is none, and a body without end is not read") {
    CHECK(refusal_of([] { return read_page_request(R"({"cursor":")" + std::string(1001, 'x') + "\"}"); }) ==
          "400 INVALID_CURSOR");
    CHECK(read_page_request(R"({"cursor":")" + std::string(1000, 'x') + "\"}").cursor->size() == 1000);
    CHECK(refusal_of([] { return read_page_request(std::string(1U << 20U, '[')); }) == "400 MALFORMED_REQUEST_BODY");
    CHECK(refusal_of([] { return read_page_request(std::string(1U << 17U, '[')); }) == "400 MALFORMED_REQUEST_BODY");
}

TEST_CASE("a list of devices has from 1 to 1000 serial numbers") {
    CHECK(read_device_list(R"({"devices":["a","b","a"]})") == std::vector<std::string>{"a", "b", "a"});
    for (const char* body : {"{}", R"({"devices":[]})"})
        CHECK(refusal_of([&] { return read_device_list(body); }) == "400 DEVICE_ID_REQUIRED");
    std::string many = R"({"devices":["x")";
    for (int n = 0; n < 999; ++n)
        many += R"(,"x")";
    CHECK(read_device_list(many + "]}").size() == 1000);
    for (const std::string& body :
         {many + R"(,"x"]})", std::string(R"({"devices":"a"})"), std::string(R"({"devices":[1]})"),
          std::string(R"({"devices":["a"],"limit":1})"), std::string()})
        CHECK(refusal_of([&] { return read_device_list(body); }) == "400 MALFORMED_REQUEST_BODY");
}
