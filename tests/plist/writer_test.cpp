// SPDX-License-Identifier: Apache-2.0
#include "plist/writer.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "plist/reader.hpp"
#include "plist/reading.hpp"

#include <limits>

using namespace mdm;
using namespace mdm::plist;

namespace {

using Write = std::string (*)(const Value&);

std::optional<ErrorCode> refusal_by(Write write, const Value& value) {
    try {
        write(value);
        return std::nullopt;
    } catch (const Error& error) {
        return error.code();
    }
}

Value nested(int levels) {
    Value value{Array{}};
    for (int i = 1; i < levels; ++i)
        value = Value{Array{std::move(value)}};
    return value;
}

}  // namespace

TEST_CASE("XML begins with its declaration and Apple's document type, and keeps the order of keys") {
    const Value root{Dict{{"z", {"<a> & \"b\""}}, {"a", {Array{{std::int64_t{-1}}, {true}}}}, {"m", {Data{"foo"}}}}};
    CHECK(to_xml(root) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
          "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
          "<plist version=\"1.0\">\n"
          "<dict>\n"
          "\t<key>z</key>\n"
          "\t<string>&lt;a&gt; &amp; \"b\"</string>\n"
          "\t<key>a</key>\n"
          "\t<array>\n"
          "\t\t<integer>-1</integer>\n"
          "\t\t<true/>\n"
          "\t</array>\n"
          "\t<key>m</key>\n"
          "\t<data>\n"
          "\tZm9v\n"
          "\t</data>\n"
          "</dict>\n"
          "</plist>\n");
}

TEST_CASE("what is written is read back, in both formats") {
    const auto value = GENERATE(values<Value>({
        {true},
        {false},
        {std::int64_t{0}},
        {std::int64_t{-1}},
        {std::int64_t{4294967296}},
        {std::numeric_limits<std::int64_t>::min()},
        {std::numeric_limits<std::int64_t>::max()},
        {std::uint64_t{1} << 63U},
        {~std::uint64_t{0}},
        {0.1},
        {-1.0 / 3},
        {3.0},
        {1e300},
        {5e-324},
        {std::numeric_limits<double>::infinity()},
        {-std::numeric_limits<double>::infinity()},
        {""},
        {" white\t\n space \n"},
        {"carriage\r\nreturns\r"},
        {"\"]]>\" <&>'"},
        {"gr\xC3\xBC\xC3\x9F \xE6\xBC\xA2 \xF0\x9F\x98\x80 \xEF\xBB\xBF"},
        {Data{""}},
        {Data{std::string(1000, '\0')}},
        {midnight(2001, 1, 1)},
        {midnight(1969, 12, 31)},
        {midnight(1000, 1, 1)},
        {midnight(2024, 2, 29) + std::chrono::seconds{86399}},
        {midnight(9999, 12, 31)},
        {Array{}},
        {Dict{}},
        {Array{{Array{}}, {Dict{}}, {""}, {Data{""}}}},
        {Dict{{"", {""}}, {"<&>\n", {true}}, {"\xC3\xA9", {Dict{{"", {true}}}}}}},
        {Array{{"same"}, {"same"}, {Data{"same"}}, {Dict{{"same", {"same"}}}}}},
        {Array{{std::int64_t{-1}}, {~std::uint64_t{0}}, {Data{"ab"}}, {Data{"abc"}}, {"ab"}}},
        {Array{{true}, {std::int64_t{1}}, {1.0}, {midnight(2001, 1, 1) + std::chrono::seconds{1}}, {false}, {0.0}}},
    }));
    CAPTURE(to_xml(value));
    const Document xml = read(to_xml(value));
    CHECK(xml.root == value);
    CHECK(xml.findings.empty());
    const Document binary = read(to_binary(value));
    CHECK(binary.root == value);
    CHECK(binary.findings.empty());
}

TEST_CASE("large lists are read back") {
    Dict dict;
    for (std::int64_t i = 0; i < 20'000; ++i)
        dict.emplace_back("key " + std::to_string(i), Value{Array{{i}, {"text " + std::to_string(i % 100)}}});
    const Value value{std::move(dict)};
    CHECK(read(to_xml(value)).root == value);
    CHECK(read(to_binary(value)).root == value);
}

TEST_CASE("a UID stays one in binary and is Apple's dictionary in XML") {
    CHECK(read(to_binary({Uid{4294967295}})).root == Value{Uid{4294967295}});
    CHECK(read(to_xml({Uid{7}})).root == Value{Dict{{"CF$UID", {std::int64_t{7}}}}});
}

TEST_CASE("strings that a format cannot hold are refused") {
    const auto [text, in_xml, in_binary] = GENERATE(table<std::string, bool, bool>({
        {std::string("a\0b", 3), false, false},
        {"\x1b[0m", false, true},
        {"\x7f", true, true},
        {"\xEF\xBF\xBE", false, true},
        {"\xEF\xBF\xBF", false, true},
        {"\xEF\xBF\xBD", true, true},
        {"\xFF", false, false},
        {"\xC3", false, false},
        {"\xED\xA0\x80", false, false},
    }));
    CAPTURE(text);
    const auto expected = [](bool held) { return held ? std::nullopt : std::optional{ErrorCode::malformed_plist}; };
    CHECK(refusal_by(to_xml, {text}) == expected(in_xml));
    CHECK(refusal_by(to_binary, {text}) == expected(in_binary));
    CHECK(refusal_by(to_xml, {Dict{{text, {true}}}}) == expected(in_xml));
    CHECK(refusal_by(to_binary, {Dict{{text, {true}}}}) == expected(in_binary));
}

TEST_CASE("the refusal of a string says where it breaks and not what it says") {
    CHECK_THROWS_WITH(to_xml({"secret\x07"}),
                      "the character U+0007 at byte 6 of a string cannot be in an XML property list");
    CHECK_THROWS_WITH(to_xml({"secret\xFF"}), "a string is not valid UTF-8 at byte 6");
}

TEST_CASE("dates outside what can be read back are refused") {
    CHECK(refusal_by(to_xml, {midnight(999, 12, 31)}) == ErrorCode::malformed_plist);
    CHECK(refusal_by(to_xml, {midnight(10'000, 1, 1)}) == ErrorCode::malformed_plist);
    CHECK(refusal_by(to_binary, {midnight(0, 12, 31)}) == ErrorCode::malformed_plist);
    CHECK(read(to_binary({midnight(1, 1, 1)})).root == Value{midnight(1, 1, 1)});
}

TEST_CASE("a key that is there twice is refused, for one of its values would be lost") {
    const auto write = GENERATE(values<Write>({to_xml, to_binary}));
    CHECK(refusal_by(write, {Dict{{"a", {true}}, {"b", {true}}, {"a", {true}}}}) == ErrorCode::duplicate_key);
}

TEST_CASE("what is too deep to be read back is not written") {
    const auto write = GENERATE(values<Write>({to_xml, to_binary}));
    CHECK(read(write(nested(limits::plist_depth))).root == nested(limits::plist_depth));
    CHECK(refusal_by(write, nested(limits::plist_depth + 1)) == ErrorCode::too_deep);
}
