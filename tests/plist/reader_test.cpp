// SPDX-License-Identifier: Apache-2.0
#include "plist/reader.hpp"

#include "catch.hpp"
#include "plist/reading.hpp"

using namespace mdm;
using namespace mdm::plist;

TEST_CASE("the first bytes tell a property list") {
    const auto bytes =
        GENERATE(as<std::string>{}, "bplist00", "<?xml version", "<!DOCTYPE plist PUBLIC", "<plist>", " \r\n<plist",
                 "\xEF\xBB\xBF<?xml", "\xEF\xBB\xBF\n<?xml", std::string("\xFF\xFE<\0p\0l\0i\0s\0t\0", 14));
    CAPTURE(bytes);
    CHECK(looks_like_plist(bytes));
}

TEST_CASE("the first bytes tell what is no property list") {
    const auto bytes = GENERATE(as<std::string>{}, "", " ", "bplis", "xml", "<html>", "<!DOCTYPE html>",
                                "-----BEGIN CERTIFICATE-----", "PD94bWwg", "\x30\x82");
    CAPTURE(bytes);
    CHECK_FALSE(looks_like_plist(bytes));
}

TEST_CASE("values name their type in words") {
    CHECK(Value{true}.type_name() == "boolean");
    CHECK(Value{std::int64_t{1}}.type_name() == "integer");
    CHECK(Value{std::uint64_t{1}}.type_name() == "integer");
    CHECK(Value{1.0}.type_name() == "real");
    CHECK(Value{"text"}.type_name() == "string");
    CHECK(Value{Data{}}.type_name() == "data");
    CHECK(Value{Time{}}.type_name() == "date");
    CHECK(Value{Uid{}}.type_name() == "UID");
    CHECK(Value{Array{}}.type_name() == "array");
    CHECK(Value{Dict{}}.type_name() == "dictionary");
}

TEST_CASE("a key is found in a dictionary, the first of duplicates, and nowhere else") {
    const Value dict{Dict{{"a", {"first"}}, {"a", {"second"}}}};
    CHECK(*dict.find("a") == Value{"first"});
    CHECK(dict.find("b") == nullptr);
    CHECK(Value{"a"}.find("a") == nullptr);
}
