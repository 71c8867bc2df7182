// SPDX-License-Identifier: Apache-2.0
#include "cli/json_value.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "cli/json_text.hpp"

namespace {

using namespace mdm;
using namespace mdm::cli;

std::string again(std::string_view json) {
    std::string out;
    append_json(out, json_value(json), JsonLayout::compact);
    return out;
}

}  // namespace

TEST_CASE("JSON from outside is shown as it is, in its order") {
    for (const char* json : {R"({"b":1,"a":[{"c":null},{"c":true}],"d":{"e":"f"}})", R"(["x","y"])", "[]", "{}", "-7",
                             "\"text\"", "null", "9223372036854775807"})
        CHECK(again(json) == again(again(json)));
    CHECK(again(R"({"b":1,"a":[{"c":null},{"c":true}]})") == again(R"({ "b" : 1, "a": [ {"c":null}, {"c":true} ] })"));
}

TEST_CASE("what no value has a form for is its JSON text") {
    CHECK(again("1.5") == "\"1.5\"");
    CHECK(again("18446744073709551615") == "\"18446744073709551615\"");
    CHECK(again(R"([1,"x",[2]])") == again(R"(["1","x","[2]"])"));
}

TEST_CASE("what is no JSON is a bug of who kept it") { CHECK_THROWS_AS(json_value("{"), Error); }
