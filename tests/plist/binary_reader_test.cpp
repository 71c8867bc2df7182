// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "catch.hpp"
#include "plist/binary_plist.hpp"
#include "plist/reader.hpp"
#include "plist/reading.hpp"

#include <cmath>
#include <limits>

using namespace mdm;
using namespace mdm::plist;
using Catch::Contains;
using Catch::Matchers::StartsWith;

namespace {

using Objects = std::vector<std::string>;

Value value_of(const std::string& hex) { return read(binary_plist({hex})).root; }

}  // namespace

TEST_CASE("every kind of object is read from a binary property list") {
    const auto [hex, value] = GENERATE(table<std::string, Value>({
        {"08", {false}},
        {"09", {true}},
        {"10 ff", {std::int64_t{255}}},
        {"11 ffff", {std::int64_t{65535}}},
        {"12 ffffffff", {std::int64_t{4294967295}}},
        {"13 7fffffffffffffff", {std::numeric_limits<std::int64_t>::max()}},
        {"13 ffffffffffffffff", {std::int64_t{-1}}},
        {"14 0000000000000000 0000000000000001", {std::int64_t{1}}},
        {"14 0000000000000000 ffffffffffffffff", {~std::uint64_t{0}}},
        {"14 ffffffffffffffff fffffffffffffffe", {std::int64_t{-2}}},
        {"22 3fc00000", {1.5}},
        {"23 bff8000000000000", {-1.5}},
        {"33 0000000000000000", {midnight(2001, 1, 1)}},
        {"33 40f5180000000000", {midnight(2001, 1, 2)}},
        {"33 bfe0000000000000", {midnight(2001, 1, 1) - std::chrono::seconds{1}}},
        {"40", {Data{""}}},
        {"42 00ff", {Data{std::string("\x00\xff", 2)}}},
        {"4f 10 02 00ff", {Data{std::string("\x00\xff", 2)}}},
        {"50", {""}},
        {"53 616263", {"abc"}},
        {"5f 11 0003 616263", {"abc"}},
        {"5f 13 0000000000000003 616263", {"abc"}},
        {"61 00e9", {"\xC3\xA9"}},
        {"61 feff", {"\xEF\xBB\xBF"}},
        {"62 d83d de00", {"\xF0\x9F\x98\x80"}},
        {"80 07", {Uid{7}}},
        {"83 ffffffff", {Uid{4294967295}}},
        {"a0", {Array{}}},
        {"d0", {Dict{}}},
    }));
    CAPTURE(hex);
    const Document document = read(binary_plist({hex}));
    CHECK(document.root == value);
    CHECK(document.format == Format::binary);
    CHECK(document.findings.empty());
}

TEST_CASE("real numbers may be infinite or none") {
    CHECK(value_of("22 ff800000") == Value{-std::numeric_limits<double>::infinity()});
    CHECK(std::isnan(*value_of("23 7ff8000000000000").get_if<double>()));
}

TEST_CASE("dictionaries keep their order, and an object may be referred to often") {
    const Objects objects{"d2 01 02 03 04", "51 62", "51 61", "a2 02 02", "09"};
    CHECK(read(binary_plist(objects)).root == Value{Dict{{"b", {Array{{"a"}, {"a"}}}}, {"a", {true}}}});
}

TEST_CASE("the root may be any object, and references and offsets of any size up to 8 bytes") {
    CHECK(read(binary_plist({"51 61", "a1 00"}, {.root = 1})).root == Value{Array{{"a"}}});
    CHECK(read(binary_plist({"a1 00000001", "51 61"}, {.offset_size = 8, .reference_size = 4})).root ==
          Value{Array{{"a"}}});
    CHECK(read(binary_plist({"a1 0000000000000001", "51 61"}, {.offset_size = 1, .reference_size = 8})).root ==
          Value{Array{{"a"}}});
}

TEST_CASE("a binary value that breaks the rule of its type is a finding with its path") {
    const auto [hex, value, message] = GENERATE(table<std::string, std::string, std::string>({
        {"14 0000000000000001 0000000000000000", "0x00000000000000010000000000000000",
         "'0x00000000000000010000000000000000' is not an integer from -2^63 to 2^64-1"},
        {"14 ffffffffffffffff 7fffffffffffffff", "0xffffffffffffffff7fffffffffffffff",
         "'0xffffffffffffffff7fffffffffffffff' is not an integer from -2^63 to 2^64-1"},
        {"33 7ff8000000000000", "nan", "nan seconds from 2001 is not a date of the years 1 to 9999"},
        {"33 fff0000000000000", "-inf", "-inf seconds from 2001 is not a date of the years 1 to 9999"},
        {"33 43e0000000000000", "9.223372036854776e+18",
         "9.223372036854776e+18 seconds from 2001 is not a date of the years 1 to 9999"},
        {"53 61c3a9", "a\xC3\xA9", "a string that is declared as ASCII is not"},
        {"52 61ff", "a\xEF\xBF\xBD", "a string that is declared as ASCII is not"},
        {"62 d83d 0061",
         "\xEF\xBF\xBD"
         "a",
         "a string is not valid UTF-16"},
        {"61 de00", "\xEF\xBF\xBD", "a string is not valid UTF-16"},
        {"61 d83d", "\xEF\xBF\xBD", "a string is not valid UTF-16"},
    }));
    CAPTURE(hex);
    const Document document = read(binary_plist({"d1 01 02", "51 61", "a1 03", hex}));
    CHECK(*document.root.find("a") == Value{Array{{value}}});
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].code == ErrorCode::malformed_plist);
    CHECK(document.findings[0].message == message);
    CHECK(document.findings[0].where == "a[0]");
}

TEST_CASE("a key that is there again is a finding in binary, too") {
    const Document document = read(binary_plist({"a1 01", "d2 02 02 03 03", "51 61", "09"}));
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].code == ErrorCode::duplicate_key);
    CHECK(document.findings[0].where == "[0]");
}

TEST_CASE("an object that is no value of a property list, or not whole, is refused") {
    const auto [hex, message] = GENERATE(table<std::string, std::string>({
        {"00", "null or padding (0x00) as a value (binary property list, byte 8)"},
        {"0f", "null or padding (0x0f) as a value (binary property list, byte 8)"},
        {"15", "an integer of more than 16 bytes (binary property list, byte 8)"},
        {"20 00", "a real number of neither 4 nor 8 bytes (binary property list, byte 8)"},
        {"32 00000000", "a date of other than 8 bytes (binary property list, byte 8)"},
        {"70", "an object of unknown kind 0x7 (binary property list, byte 8)"},
        {"87 0000000000000000", "a UID of more than 4 bytes (binary property list, byte 8)"},
        {"c0", "an object of unknown kind 0xc (binary property list, byte 8)"},
        {"13 00", "8 bytes are promised where 1 are left (binary property list, byte 9)"},
        {"52 61", "2 bytes are promised where 1 are left (binary property list, byte 9)"},
        {"61 00", "2 bytes are promised where 1 are left (binary property list, byte 9)"},
        {"4f", "1 bytes are promised where 0 are left (binary property list, byte 9)"},
        {"4f 10", "1 bytes are promised where 0 are left (binary property list, byte 10)"},
        {"4f 51 61", "the size of an object is not an integer (binary property list, byte 9)"},
        {"4f 14 00", "the size of an object is not an integer (binary property list, byte 9)"},
        {"4f 12 7fffffff", "an object of 2147483647 parts in a file of 14 bytes (binary property list, byte 8)"},
        {"6f 13 8000000000000001",
         "an object of 9223372036854775809 parts in a file of 18 bytes (binary property list, byte 8)"},
        {"af 13 ffffffffffffffff",
         "an object of 18446744073709551615 parts in a file of 18 bytes (binary property list, byte 8)"},
        {"d3 00 00 00 00", "6 bytes are promised where 4 are left (binary property list, byte 9)"},
        {"a1 00", "object 0 contains itself (binary property list, byte 8)"},
        {"a1 01", "a reference to object 1 of 1 (binary property list, byte 10)"},
    }));
    CAPTURE(hex);
    const Refusal refusal = refusal_of(binary_plist({hex}));
    CHECK(refusal.code == ErrorCode::malformed_plist);
    CHECK(refusal.message == message);
}

TEST_CASE("a key that is no string, and containers that hold one another, are refused") {
    CHECK_THAT(refusal_of(binary_plist({"d1 01 01", "10 01"})).message,
               StartsWith("object 1 is the key of a dictionary but not a string"));
    CHECK_THAT(refusal_of(binary_plist({"a1 01", "d1 02 00", "51 61"})).message,
               StartsWith("object 0 contains itself"));
}

TEST_CASE("a trailer that does not describe the file is refused") {
    const auto [trailer, message] = GENERATE(table<Trailer, std::string>({
        {{.root = 1}, "a reference to object 1 of 1"},
        {{.offset_size = 0}, "offsets or references of a size other than 1 to 8 bytes"},
        {{.offset_size = 9}, "offsets or references of a size other than 1 to 8 bytes"},
        {{.reference_size = 0}, "offsets or references of a size other than 1 to 8 bytes"},
        {{.reference_size = 255}, "offsets or references of a size other than 1 to 8 bytes"},
        {{.number_of_objects = 0}, "a reference to object 0 of 0"},
        {{.number_of_objects = 2}, "the offset table is not inside the file"},
        {{.number_of_objects = std::uint64_t{1} << 63U}, "the offset table is not inside the file"},
        {{.offset_table = 7}, "the offset table is not inside the file"},
        {{.offset_table = 100}, "the offset table is not inside the file"},
        {{.offset_table = ~std::uint64_t{0}}, "the offset table is not inside the file"},
        {{.offset_table = 8}, "1 bytes are promised where 0 are left"},
    }));
    const Refusal refusal = refusal_of(binary_plist({"09"}, trailer));
    CHECK(refusal.code == ErrorCode::malformed_plist);
    CHECK_THAT(refusal.message, StartsWith(message));
}

TEST_CASE("an object inside the header, or in the offset table, is refused") {
    const std::string end = std::string(6, '\0') + "\x01\x01" + big_endian_bytes(1, 8) + big_endian_bytes(0, 8);
    CHECK_THAT(refusal_of("bplist00\x09\x07" + end + big_endian_bytes(9, 8)).message,
               StartsWith("object 0 is inside the header"));
    CHECK_THAT(refusal_of("bplist00\x09\x09" + end + big_endian_bytes(9, 8)).message,
               StartsWith("1 bytes are promised where 0 are left"));
}

TEST_CASE("another version, and a file too short for a trailer, are refused") {
    CHECK_THAT(refusal_of("bplist15" + std::string(40, '\0')).message, StartsWith("version '15' is not known"));
    CHECK_THAT(refusal_of("bplist").message, StartsWith("version '' is not known"));
    CHECK_THAT(refusal_of("bplist00" + std::string(31, '\0')).message, StartsWith("too short for its trailer"));
}

TEST_CASE("a binary file that is cut or has one bit flipped is read or refused, and nothing else") {
    const std::string whole = binary_plist({"d2 01 02 03 04", "51 62", "61 00e9", "a2 02 02", "13 0000000000000001"});
    for (std::size_t i = 0; i < whole.size() * 8; ++i) {
        std::string flipped = whole;
        flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
        const auto code = refusal_of(flipped).code;
        CHECK((!code || code == ErrorCode::malformed_plist || code == ErrorCode::too_deep));
        CHECK(refusal_of(whole.substr(0, i / 8)).code == ErrorCode::malformed_plist);
    }
}

TEST_CASE("depth is bounded in binary, too") {
    const auto nested = [](std::size_t levels) {
        Objects objects;
        for (std::size_t i = 1; i < levels; ++i)
            objects.push_back("a1" + to_hex(big_endian_bytes(i, 4)));
        objects.emplace_back("a0");
        return binary_plist(objects, {.offset_size = 4, .reference_size = 4});
    };
    CHECK_NOTHROW(read(nested(limits::plist_depth)));
    const auto levels = GENERATE(std::size_t{limits::plist_depth + 1}, std::size_t{200'000});
    CHECK(refusal_of(nested(levels)).code == ErrorCode::too_deep);
}

TEST_CASE("a few bytes that stand for billions of values are refused at the limit") {
    // Each of 20 arrays refers to the next one 20 times: 20^20 values in 600 bytes.
    Objects objects;
    for (std::size_t i = 1; i <= 20; ++i) {
        std::string array = "af 10 14";
        for (int k = 0; k < 20; ++k)
            array += to_hex(big_endian_bytes(i, 1));
        objects.push_back(array);
    }
    objects.emplace_back("09");
    const Refusal refusal = refusal_of(binary_plist(objects));
    CHECK(refusal.code == ErrorCode::too_deep);
    CHECK_THAT(refusal.message, StartsWith("more than 200000 values"));
}

TEST_CASE("a long text that is referred to often is refused at the limit") {
    const std::size_t length = 1U << 20U;
    std::string array = "af 10 50";
    for (int i = 0; i < 0x50; ++i)
        array += "01";
    const std::string text = "5f 12" + to_hex(big_endian_bytes(length, 4)) + to_hex(std::string(length, 'x'));
    const Refusal refusal = refusal_of(binary_plist({array, text}));
    CHECK(refusal.code == ErrorCode::too_large);
    CHECK_THAT(refusal.message, Contains("67108864 bytes of text and data"));
}
