// SPDX-License-Identifier: Apache-2.0
#include "sandbox/member_fault.hpp"

#include "catch.hpp"

using namespace mdm::sandbox;

namespace {

std::string changed(std::string body, const std::string& fault) {
    change_member(body, parse_fault("dep:" + fault));
    return body;
}

const std::string page = R"({"cursor":"c","devices":[{"s":"1"},{"s":"2","n":true}],"more":false})";

}  // namespace

TEST_CASE("a member of the whole is taken away, emptied, doubled, set, or of another type") {
    CHECK(changed(page, "field-missing=cursor") == R"({"devices":[{"s":"1"},{"s":"2","n":true}],"more":false})");
    CHECK(changed(R"({"a":"b"})", "field-empty=a") == R"({"a":""})");
    CHECK(changed(R"({"a":"b"})", "field-null=a") == R"({"a":null})");
    CHECK(changed(R"({"a":"b","c":1})", "field-doubled=c") == R"({"c":1,"a":"b","c":1})");
    CHECK(changed(R"({"a":"b"})", "field-set=a:x:y") == R"({"a":"x:y"})");
    CHECK(changed(R"({"a":"b"})", "field-added=z") == R"({"a":"b","z":{"since":[27,null,"x"]}})");
    CHECK(changed(R"({"a":"b","c":[1],"d":true,"e":{},"f":2})", "field-mistyped=a") ==
          R"({"a":7,"c":[1],"d":true,"e":{},"f":2})");
    CHECK(changed(R"({"c":[1]})", "field-mistyped=c") == R"({"c":{}})");
    CHECK(changed(R"({"d":true})", "field-mistyped=d") == R"({"d":"true"})");
    CHECK(changed(R"({"e":{}})", "field-mistyped=e") == R"({"e":[]})");
}

TEST_CASE("a member of one device of a list, or of each") {
    CHECK(changed(page, "field-missing=devices[1].s") ==
          R"({"cursor":"c","devices":[{"s":"1"},{"n":true}],"more":false})");
    CHECK(changed(page, "field-set=devices[].s:x") ==
          R"({"cursor":"c","devices":[{"s":"x"},{"s":"x","n":true}],"more":false})");
    CHECK(changed(page, "field-doubled=devices[].n") ==
          R"({"cursor":"c","devices":[{"s":"1"},{"n":true,"s":"2","n":true}],"more":false})");
}

TEST_CASE("what has no such member, or is no JSON, stays as it is") {
    CHECK(changed(page, "field-missing=x") == page);
    CHECK(changed(page, "field-empty=devices[2].s") == page);
    CHECK(changed(page, "field-empty=devices[x].s") == page);
    CHECK(changed(page, "field-empty=cursor.s") == page);
    CHECK(changed(page, "field-empty=more[].s") == page);
    CHECK(changed("nonsense", "field-empty=x") == "nonsense");
    CHECK(changed("[1]", "field-empty=x") == "[1]");
}
