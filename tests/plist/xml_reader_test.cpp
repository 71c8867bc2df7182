// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "catch.hpp"
#include "plist/reader.hpp"
#include "plist/reading.hpp"

#include <cmath>
#include <fmt/format.h>
#include <limits>

using namespace mdm;
using namespace mdm::plist;
using Catch::Matchers::StartsWith;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

const std::string head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
    "<plist version=\"1.0\">\n";

std::string plist_of(const std::string& elements) { return head + elements + "\n</plist>\n"; }

Value value_of(const std::string& element) { return read(plist_of(element)).root; }

std::string repeated(std::size_t times, std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("every kind of value is read from XML") {
    const Document document = read(plist_of(R"(<dict>
        <key>b</key> <true/> <key>a</key> <false></false>
        <key>text</key> <string> two
 lines &lt;&amp;&#x1F600;</string>
        <key></key> <string/>
        <key>list</key> <array><integer>1</integer><!-- no value --><real>-2.5</real></array>
        <key>nothing</key> <dict/>
        <key>bytes</key> <data> AA
            H/ </data>
        <key>when</key> <date>2027-01-07T04:04:46Z</date>
    </dict>)"));

    CHECK(document.format == Format::xml);
    CHECK(document.findings.empty());
    CHECK(document.root == Value{Dict{{"b", {true}},
                                      {"a", {false}},
                                      {"text", {" two\n lines <&\xF0\x9F\x98\x80"}},
                                      {"", {""}},
                                      {"list", {Array{{std::int64_t{1}}, {-2.5}}}},
                                      {"nothing", {Dict{}}},
                                      {"bytes", {Data{std::string("\x00\x01\xFF", 3)}}},
                                      {"when", {midnight(2027, 1, 7) + std::chrono::seconds{14686}}}}});
}

TEST_CASE("values know the line and column they begin at") {
    const Value root = value_of("<dict>\n <key>a</key> <true/>\n</dict>");
    CHECK(root.place.line == 4);
    CHECK(root.place.column == 1);
    CHECK(root.find("a")->place.line == 5);
    CHECK(root.find("a")->place.column == 15);
}

TEST_CASE("integers are decimal or hexadecimal, with a sign, signed or unsigned 64 bits") {
    const auto [text, value] = GENERATE(table<std::string, Value>({{"0", {std::int64_t{0}}},
                                                                   {"-0", {std::int64_t{0}}},
                                                                   {"+7", {std::int64_t{7}}},
                                                                   {" 007\n", {std::int64_t{7}}},
                                                                   {"0xFf", {std::int64_t{255}}},
                                                                   {"-0X10", {std::int64_t{-16}}},
                                                                   {"9223372036854775807", {most}},
                                                                   {"-9223372036854775808", {least}},
                                                                   {"9223372036854775808", {std::uint64_t{1} << 63U}},
                                                                   {"0xffffffffffffffff", {~std::uint64_t{0}}}}));
    CAPTURE(text);
    CHECK(value_of("<integer>" + text + "</integer>") == value);
}

TEST_CASE("real numbers are decimal, infinite or not a number") {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const auto [text, value] =
        GENERATE_COPY(table<std::string, double>({{"0", 0.0},
                                                  {"-1.5", -1.5},
                                                  {" +.5 ", 0.5},
                                                  {"5.", 5.0},
                                                  {"1e3", 1000.0},
                                                  {"2.5E-1", 0.25},
                                                  {"0.1", 0.1},
                                                  {"1.7976931348623157e308", 1.7976931348623157e308},
                                                  {"inf", infinite},
                                                  {"-infinity", -infinite},
                                                  {"+Infinity", infinite}}));
    CAPTURE(text);
    CHECK(value_of("<real>" + text + "</real>") == Value{value});
    CHECK(std::isnan(*value_of("<real>nan</real>").get_if<double>()));
}

TEST_CASE("a value that breaks the rule of its type is a finding, and stays what was written") {
    const auto [element, text] = GENERATE(table<std::string, std::string>({
        {"integer", ""},
        {"integer", "-"},
        {"integer", "+-1"},
        {"integer", "1 2"},
        {"integer", "1.0"},
        {"integer", "12a"},
        {"integer", "0x"},
        {"integer", "0xfg"},
        {"integer", "18446744073709551616"},
        {"integer", "-9223372036854775809"},
        {"real", ""},
        {"real", "."},
        {"real", "1e"},
        {"real", "1,5"},
        {"real", "0x1p3"},
        {"real", "1e999"},
        {"real", "infinityx"},
        {"real", "nan(1)"},
        {"date", ""},
        {"date", "2024-01-01"},
        {"date", "2023-02-29T00:00:00Z"},
        {"date", "2024-13-01T00:00:00Z"},
        {"date", "2024-01-01T24:00:00Z"},
        {"date", "2024-01-01 00:00:00Z"},
        {"date", "2024-01-01T00:00:00z"},
        {"date", "2024-01-01T00:00:00.5Z"},
        {"date", "2024-01-01T00:00:00+01:00"},
        {"date", " 2024-01-01T00:00:00Z"},
        {"data", "Zg="},
        {"data", "Zm9v*"},
        {"data", "Zm-_"},
    }));
    CAPTURE(element, text);
    const Document document = read(plist_of("<" + element + ">" + text + "</" + element + ">"));
    CHECK(document.root == Value{text});
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].severity == Severity::error);
    CHECK(document.findings[0].code == ErrorCode::malformed_plist);
    CHECK(document.findings[0].where == "line 4, column 1");
}

TEST_CASE("findings name the path, the line and the column") {
    const Document document =
        read(plist_of("<dict><key>A</key><dict><key>B</key><array>\n"
                      "<true/><array/><date>never</date>\n"
                      "</array></dict></dict>"));
    CHECK(places(document) == std::vector<std::string>{"A.B[2], line 5, column 16"});
    CHECK(document.findings[0].message == "'never' is not a date of the form YYYY-MM-DDTHH:MM:SSZ");
}

TEST_CASE("what a key holds that is for secrets is in no message, whatever it is written as") {
    for (const char* element : {"integer", "real", "date", "data"}) {
        const std::string wrong = fmt::format("<{0}>secret!</{0}>", element);
        for (const std::string& value :
             {wrong, "<array>" + wrong + "</array>", "<array><array>" + wrong + "</array></array>"}) {
            const Document document = read(plist_of("<dict><key>Password</key>" + value + "</dict>"));
            REQUIRE(document.findings.size() == 1);
            CHECK(document.findings[0].message.starts_with(fmt::format("<{}> is not ", element)));
        }
    }
    CHECK(read(plist_of("<dict><key>Password</key><dict><key>Port</key><integer>x</integer></dict></dict>"))
              .findings.at(0)
              .message.starts_with("'x' is not "));
}

TEST_CASE("data that are not base64 are in no message") {
    const Document document = read(plist_of("<data>MIIsecret*</data>"));
    CHECK(document.findings.at(0).message == "<data> is not base64");
}

TEST_CASE("a key that is there again is a finding, and the first one counts") {
    const Document document =
        read(plist_of("<array><dict><key>a</key><true/><key>b</key><true/>\n"
                      "<key>a</key><false/><key>a</key><false/></dict></array>"));
    REQUIRE(document.findings.size() == 2);
    CHECK(document.findings[0].code == ErrorCode::duplicate_key);
    CHECK(document.findings[0].message == "key 'a' is in the same dictionary more than once");
    CHECK(places(document) == std::vector<std::string>{"[0], line 5, column 13", "[0], line 5, column 33"});
    CHECK(*document.root.get_if<Array>()->at(0).find("a") == Value{true});
}

TEST_CASE("findings without number are counted, not listed") {
    const Document document = read(plist_of("<array>" + repeated(1000, "<real>x</real>") + "</array>"));
    REQUIRE(document.findings.size() == limits::plist_findings + 1);
    CHECK(document.findings.back().message == "900 more like these are not listed");
}

TEST_CASE("XML that is no property list is refused with its place") {
    const auto [elements, message] = GENERATE(table<std::string, std::string>({
        {"", "the property list has no value in it"},
        {"<dict>", "mismatched tag (property list, line 5, column 3)"},
        {"<dict></array>", "mismatched tag (property list, line 4, column 9)"},
        {"<dict><array></dict></array>", "mismatched tag (property list, line 4, column 16)"},
        {"<true/><true/>", "there is a second value behind the first one (property list, line 4, column 8)"},
        {"<dict/><array/>", "there is a second value behind the first one (property list, line 4, column 8)"},
        {"<dict>x</dict>", "text between elements, 'x' (property list, line 4, column 7)"},
        {"<true/>x", "text between elements, 'x' (property list, line 4, column 8)"},
        {"<dict><key>Challenge</key>x</dict>", "text between elements (property list, line 4, column 27)"},
        {"<number>1</number>", "unknown element <number> (property list, line 4, column 1)"},
        {"<Dict/>", "unknown element <Dict> (property list, line 4, column 1)"},
        {"<plist><true/></plist>", "<plist> inside <plist> (property list, line 4, column 1)"},
        {"<string><b>x</b></string>", "unknown element <b> (property list, line 4, column 9)"},
        {"<string><true/></string>", "<true> inside <string> (property list, line 4, column 9)"},
        {"<integer><integer>1</integer></integer>", "<integer> inside <integer> (property list, line 4, column 10)"},
        {"<true>x</true>", "text inside <true> (property list, line 4, column 1)"},
        {"<key>k</key>", "key 'k' stands outside a dictionary (property list, line 4, column 1)"},
        {"<array><key>k</key></array>", "key 'k' stands outside a dictionary (property list, line 4, column 8)"},
        {"<dict><key>k</key></dict>", "key 'k' has no value (property list, line 4, column 19)"},
        {"<dict><key>k</key><key>l</key></dict>", "key 'k' has no value (property list, line 4, column 19)"},
        {"<dict><true/></dict>", "boolean without a key in a dictionary (property list, line 4, column 7)"},
        {"<dict><array/></dict>", "array without a key in a dictionary (property list, line 4, column 7)"},
        {"<string>&nbsp;</string>", "unknown entity '&nbsp;' (property list, line 4, column 9)"},
        {"<string>a & b</string>", "not well-formed (invalid token) (property list, line 4, column 12)"},
        {"<string>\x01</string>", "not well-formed (invalid token) (property list, line 4, column 9)"},
        {"<string>&#1;</string>", "reference to invalid character number (property list, line 4, column 9)"},
        {"<string>\xFF</string>", "not well-formed (invalid token) (property list, line 4, column 9)"},
    }));
    CAPTURE(elements);
    const Refusal refusal = refusal_of(plist_of(elements));
    CHECK(refusal.code == ErrorCode::malformed_plist);
    CHECK(refusal.message == message);
}

TEST_CASE("a file that is cut anywhere is refused") {
    const std::string whole = plist_of("<dict><key>a</key><string>b &amp; c</string></dict>");
    const std::size_t last = whole.find("</plist>") + 7;
    for (std::size_t size = 0; size <= last; ++size) {
        CAPTURE(size);
        CHECK(refusal_of(whole.substr(0, size)).code == ErrorCode::malformed_plist);
    }
}

TEST_CASE("XML whose outermost element is another is refused") {
    CHECK_THAT(refusal_of("<?xml version=\"1.0\"?><dict/>").message,
               StartsWith("the outermost element is <dict>, not <plist>"));
    CHECK_THAT(refusal_of("<html/>").message, StartsWith("unknown element <html>"));
    CHECK_THAT(refusal_of("<plist><true/></plist><plist/>").message, StartsWith("junk after document element"));
}

TEST_CASE("what is neither XML nor binary is told so") {
    const auto bytes = GENERATE(as<std::string>{}, "", "\n", "-----BEGIN CERTIFICATE-----\n", "{}",
                                std::string(1000, '\0'), "PD94bWwgdmVyc2lvbj0i");
    CHECK(refusal_of(bytes).message == "this is no property list: it starts neither with <?xml nor with bplist");
}

TEST_CASE("document types are Apple's or none") {
    CHECK(read("<plist><true/></plist>").root == Value{true});
    CHECK(
        read("<!DOCTYPE plist SYSTEM \"file://localhost/System/DTDs/PropertyList.dtd\"><plist><true/></plist>").root ==
        Value{true});
    CHECK_THAT(refusal_of("<!DOCTYPE html><plist><true/></plist>").message,
               StartsWith("the document type is 'html', not 'plist'"));
    const auto declaration = GENERATE(as<std::string>{}, "", "<!ENTITY a \"b\">", "<!ENTITY % a SYSTEM \"b\">",
                                      "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "<!ELEMENT plist ANY>");
    CAPTURE(declaration);
    const Refusal refusal = refusal_of("<!DOCTYPE plist [" + declaration + "]><plist><string>&a;</string></plist>");
    CHECK(refusal.code == ErrorCode::malformed_plist);
    CHECK_THAT(refusal.message, StartsWith("the document type brings declarations of its own, which are refused"));
}

TEST_CASE("an entity bomb is refused before it goes off") {
    std::string declarations = "<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 30; ++i)
        declarations +=
            "<!ENTITY l" + std::to_string(i) + " \"" + repeated(10, "&l" + std::to_string(i - 1) + ";") + "\">";
    CHECK(refusal_of("<!DOCTYPE plist [" + declarations + "]><plist><string>&l29;</string></plist>").code ==
          ErrorCode::malformed_plist);
}

TEST_CASE("depth is bounded, and the limit is named") {
    const auto nested = [](std::size_t levels) {
        return plist_of(repeated(levels, "<array>") + repeated(levels, "</array>"));
    };
    CHECK_NOTHROW(read(nested(limits::plist_depth)));
    const auto levels = GENERATE(std::size_t{limits::plist_depth + 1}, std::size_t{200'000});
    CHECK(refusal_of(nested(levels)).code == ErrorCode::too_deep);
    CHECK_THAT(refusal_of(nested(levels)).message,
               StartsWith("more than 64 arrays and dictionaries inside one another"));
}

TEST_CASE("the number of values is bounded, keys counted, and the limit is named") {
    const auto dict_of = [](std::size_t values) {
        return plist_of("<dict>" + repeated(values, "<key/><true/>") + "</dict>");
    };
    CHECK_NOTHROW(read(dict_of(limits::plist_values / 2 - 1)));
    const Refusal refusal = refusal_of(dict_of(limits::plist_values / 2));
    CHECK(refusal.code == ErrorCode::too_deep);
    CHECK_THAT(refusal.message, StartsWith("more than 200000 values"));
}

TEST_CASE("XML is read in UTF-8 with and without mark, in UTF-16, and in ISO 8859-1") {
    const Value expected{"\xC3\xA9"};
    CHECK(read("\xEF\xBB\xBF" + plist_of("<string>\xC3\xA9</string>")).root == expected);
    CHECK(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><plist><string>\xE9</string></plist>").root == expected);

    const std::string ascii = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><plist><string>\xE9</string></plist>";
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : ascii) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    CHECK(read(little).root == expected);
    CHECK(read(big).root == expected);
    CHECK(read(std::string_view(big).substr(2)).root == expected);
}

TEST_CASE("an encoding that is not known, or not kept, is refused") {
    CHECK_THAT(refusal_of("<?xml version=\"1.0\" encoding=\"windows-1252\"?><plist><true/></plist>").message,
               StartsWith("unknown encoding"));
    CHECK_THAT(refusal_of("<?xml version=\"1.0\" encoding=\"UTF-16\"?><plist><true/></plist>").message,
               StartsWith("encoding specified in XML declaration is incorrect"));
}

TEST_CASE("white space before the XML declaration is refused with what to do") {
    try {
        read("\n" + plist_of("<true/>"));
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.hint() == "<?xml must be the very first thing: remove what is before it");
    }
}

TEST_CASE("CDATA and split text are one string, and line ends are XML's") {
    CHECK(value_of("<string>a<![CDATA[<b>]]>&amp;<!-- c -->d\r\ne&#13;</string>") == Value{"a<b>&d\ne\r"});
}
