// SPDX-License-Identifier: Apache-2.0
#include "cli/render.hpp"

#include "catch.hpp"
#include "cli/json_text.hpp"

#include <stdexcept>

namespace {

using namespace mdm;
using namespace mdm::cli;

std::string rendered(const Result& result, Output output, std::size_t width = 0,
                     const std::vector<std::string>& notices = {}) {
    std::string text;
    render(result, output, notices, Page{[&](std::string_view part) { text += part; }, width, false});
    return text;
}

std::string csv_cell(const Value& value) {
    const std::string text = rendered(Record{{"k", value}}, Output::csv);
    return text.substr(3, text.size() - 5);
}

std::string json_of(const std::string& text) {
    const std::string line = rendered(Record{{"k", text}}, Output::jsonl);
    return line.substr(5, line.size() - 7);
}

Rows breaking_after(int good) {
    return {"devices", {"serial_number"}, [good, n = 0]() mutable -> std::optional<Record> {
                if (n++ == good)
                    throw std::runtime_error("the wire broke");
                return Record{{"serial_number", n}};
            }};
}

const std::vector<Finding> two_findings{
    {Severity::error, ErrorCode::expired, "it ended on 2027-01-07", "renew it", ""},
    {Severity::warning, ErrorCode::weak_digest, "SHA-1", "", "line 4"},
};

}  // namespace

TEST_CASE("a record is a line for each key that applies, and its findings stand below") {
    const Record record{
        {"kind", "push_certificate"}, {"not_after", Time{}}, {"findings", two_findings},
        {"revoked", false},           {"name", nullptr},     {"chain", std::vector<std::string>{"leaf", "root"}}};

    CHECK(rendered(record, Output::table) ==
          "kind       push_certificate\n"
          "not after  1970-01-01T00:00:00Z\n"
          "revoked    no\n"
          "chain      leaf\n"
          "           root\n"
          "findings\n"
          "  error: expired: it ended on 2027-01-07\n"
          "    hint: renew it\n"
          "  warning: weak_digest: SHA-1\n"
          "    at: line 4\n");
}

TEST_CASE("nested records are indented, several are a small table, and no finding is said to be none") {
    const Record record{
        {"old", Record{{"topic", "a"}}},
        {"steps", std::vector<Record>{{{"step", 100'000}, {"what", "x"}}, {{"step", 2}, {"what", "y"}}}},
        {"findings", Value::Findings{}}};

    CHECK(rendered(record, Output::table) ==
          "old\n"
          "  topic  a\n"
          "steps\n"
          "    STEP  WHAT\n"
          "  100000  x\n"
          "       2  y\n"
          "findings  none\n");
}

TEST_CASE("a record of which nothing applies still shows its keys") {
    CHECK(rendered(Record{{"name", nullptr}}, Output::table) == "name  -\n");
}

TEST_CASE("a small table inside a record has all its rows") {
    const Record record{{"serials", std::vector<Record>(1000, Record{{"serial", std::string(100, 'x')}})}};

    CHECK(rendered(record, Output::table).size() == std::string("serials\n  SERIAL\n").size() + 1000 * 103);
}

TEST_CASE("findings are wrapped to a terminal's width") {
    const Record record{
        {"findings", Value::Findings{{Severity::error, ErrorCode::expired, "one two three four five six", "", ""}}}};

    CHECK(rendered(record, Output::table, 40) ==
          "findings\n"
          "  error: expired: one two three four\n"
          "    five six\n");
}

TEST_CASE("rows are aligned by what they take on a screen") {
    const Rows rows = Rows::of("devices", {"name", "days_left", "note"},
                               {{{"name", "plain"}, {"days_left", 7}, {"note", nullptr}},
                                {{"name", "漢字"}, {"days_left", -12}, {"note", "x"}},
                                {{"name", "e\u0301"}, {"days_left", 0}, {"note", "y"}}});

    CHECK(rendered(rows, Output::table) ==
          "NAME   DAYS LEFT  NOTE\n"
          "plain          7  -\n"
          "漢字         -12  x\n"
          "e\u0301              0  y\n");
}

TEST_CASE("rows that a terminal has no room for lose empty columns, then wrap the last, then are blocks") {
    const auto rows = [] {
        return Rows::of("files", {"name", "size", "note", "text"},
                        {{{"name", "a-very-long-name-indeed"},
                          {"size", 1},
                          {"note", nullptr},
                          {"text", "one two three four five six"},
                          {"more", "in JSON"}},
                         {{"name", "b"}, {"size", 22}, {"note", nullptr}, {"text", "7"}}});
    };

    const std::string whole =
        "NAME                     SIZE  NOTE  TEXT\n"
        "a-very-long-name-indeed     1  -     one two three four five six\n"
        "b                          22  -     7\n";
    CHECK(rendered(rows(), Output::table) == whole);
    CHECK(rendered(rows(), Output::table, 64) == whole);
    CHECK(rendered(rows(), Output::table, 58) ==
          "NAME                     SIZE  TEXT\n"
          "a-very-long-name-indeed     1  one two three four five six\n"
          "b                          22  7\n");
    CHECK(rendered(rows(), Output::table, 55) ==
          "NAME                     SIZE  TEXT\n"
          "a-very-long-name-indeed     1  one two three four five\n"
          "                               six\n"
          "b                          22  7\n");
    CHECK(rendered(rows(), Output::table, 40) ==
          "name  a-very-long-name-indeed\n"
          "size  1\n"
          "text  one two three four five six\n"
          "\n"
          "name  b\n"
          "size  22\n"
          "text  7\n");
    CHECK(rendered(Rows::of("files", {"name", "size"}, {}), Output::table, 5) == "NAME  SIZE\n");
}

TEST_CASE("rows that a terminal has no room for lose spare columns, the first of them first") {
    const auto at = [](std::size_t width) {
        Rows rows = Rows::of("devices", {"name", "color", "os", "model"},
                             {{{"name", "C02"}, {"color", "GOLD"}, {"os", "iOS"}, {"model", "one two three"}}});
        rows.spare = {"color", "os"};
        return rendered(rows, Output::table, width);
    };
    CHECK(at(0) ==
          "NAME  COLOR  OS   MODEL\n"
          "C02   GOLD   iOS  one two three\n");
    CHECK(at(31) == at(0));
    CHECK(at(30) ==
          "NAME  OS   MODEL\n"
          "C02   iOS  one two three\n");
    CHECK(at(23) ==
          "NAME  MODEL\n"
          "C02   one two three\n");
}

TEST_CASE("of an empty list what is behind it is shown alone in a table") {
    Rows rows = Rows::of("failed", {"row", "code"}, {});
    rows.behind = [] { return Record{{"changed", 3}}; };
    CHECK(rendered(rows, Output::table) == "changed  3\n");
    CHECK(rendered(rows, Output::csv) == "row,code\r\n");
}

TEST_CASE("a list in JSON is an object with one array") {
    const Rows rows = Rows::of("codes", {"code"}, {{{"code", "a"}, {"more", nullptr}}, {{"code", "b"}}});

    CHECK(rendered(rows, Output::json, 0, {"the clock is moved"}) == R"({
  "codes": [
    {
      "code": "a",
      "more": null
    },
    {
      "code": "b"
    }
  ],
  "notices": [
    "the clock is moved"
  ]
}
)");
    CHECK(rendered(Rows::of("codes", {}, {}), Output::json) == "{\n  \"codes\": []\n}\n");
}

TEST_CASE("JSON Lines has one line for each row, with all keys of it") {
    const Rows rows =
        Rows::of("codes", {"code"}, {{{"code", "a"}, {"list", std::vector<std::string>{}}}, {{"code", 2}}});

    CHECK(rendered(rows, Output::jsonl) == "{\"code\":\"a\",\"list\":[]}\n{\"code\":2}\n");
}

TEST_CASE("a finding in JSON has every key") {
    CHECK(rendered(Record{{"findings", Value::Findings{two_findings[1]}}}, Output::jsonl) ==
          R"({"findings":[{"severity":"warning","code":"weak_digest","message":"SHA-1","hint":null,)"
          R"("where":null,"line":4,"column":null}]})"
          "\n");
}

TEST_CASE("where a finding is in a text is in JSON as numbers") {
    const auto place = [](std::string where) {
        const Finding finding{Severity::error, ErrorCode::wrong_type, "", "", std::move(where)};
        std::string text;
        append_json(text, as_record(finding), JsonLayout::compact);
        return text.substr(text.find(R"("where")"));
    };
    CHECK(place("PayloadContent[0].minLength, line 12, column 7") ==
          R"("where":"PayloadContent[0].minLength","line":12,"column":7})");
    CHECK(place("line 3, column 1") == R"("where":null,"line":3,"column":1})");
    CHECK(place("") == R"("where":null})");
    for (const std::string where :
         {"PayloadContent[0]", "public key", "deadline 5", "column 7", "line ", "7", "line 99999999999999999999"})
        CHECK(place(where) == R"("where":")" + where + R"("})");
}

TEST_CASE("JSON holds no character that could steer a terminal, and loses none") {
    CHECK(json_of("tab\tquote\"back\\line\n") == R"("tab\tquote\"back\\line\n")");
    CHECK(json_of("\x1b[31m\x7f") == R"("\u001b[31m\u007f")");
    CHECK(json_of("a\u202Eb\u0085") == R"("a\u202eb\u0085")");
    CHECK(json_of("\U000E0041") == R"("\udb40\udc41")");
    CHECK(json_of("Zoë 漢 😀") == R"("Zoë 漢 😀")");
    CHECK(json_of("\xff\xc3") == "\"\uFFFD\uFFFD\"");
}

TEST_CASE("CSV is quoted by RFC 4180 and runs no formula") {
    CHECK(csv_cell("plain") == "plain");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"a\"") == "\"say \"\"a\"\"\"");
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("+1") == "'+1");
    CHECK(csv_cell("@x,y") == "\"'@x,y\"");
    CHECK(csv_cell("\t=1") == "'\\x09=1");
    CHECK(csv_cell(-3) == "-3");
    CHECK(csv_cell(nullptr).empty());
    CHECK(csv_cell(std::vector<std::string>{"a", "b"}) == "a; b");
    CHECK(csv_cell(std::vector<std::string>{"-a", "b"}) == "'-a; b");
    CHECK(csv_cell("line\r\nbreak\x1b") == "line\\x0d\\x0abreak\\x1b");
    CHECK(csv_cell(two_findings) == "expired; weak_digest");
    CHECK(rendered(Record{{"a", 1}, {"b", true}}, Output::csv) == "a,b\r\n1,true\r\n");
}

TEST_CASE("a table shows what could steer a terminal written out") {
    CHECK(rendered(Record{{"name", "a\x1b]0;x\a\u202E"}}, Output::table) == "name  a\\x1b]0;x\\x07\\u{202e}\n");
}

TEST_CASE("a stream that breaks shows what came and is never whole JSON") {
    const auto broken = [](Output output) {
        std::string text;
        const Page page{[&](std::string_view part) { text += part; }, 0, false};
        CHECK_THROWS_AS(render(breaking_after(2), output, {}, page), std::runtime_error);
        return text;
    };

    CHECK(broken(Output::json) ==
          "{\n  \"devices\": [\n    {\n      \"serial_number\": 1\n    },\n    {\n      \"serial_number\": 2\n    }");
    CHECK(broken(Output::jsonl) == "{\"serial_number\":1}\n{\"serial_number\":2}\n");
    CHECK(broken(Output::csv) == "serial_number\r\n1\r\n2\r\n");
    CHECK(broken(Output::table) == "SERIAL NUMBER\n            1\n            2\n");
}

TEST_CASE("a long list is pulled and passed on piece by piece") {
    int pulled = 0;
    int pulled_at_first_piece = 0;
    const Rows rows{"numbers", {"n"}, [&]() -> std::optional<Record> {
                        if (pulled == 100'000)
                            return std::nullopt;
                        return Record{{"n", ++pulled}};
                    }};
    std::size_t bytes = 0;
    render(rows, Output::jsonl, {},
           Page{[&](std::string_view part) {
                    if (bytes == 0)
                        pulled_at_first_piece = pulled;
                    bytes += part.size();
                },
                0, false});

    CHECK(pulled == 100'000);
    CHECK(pulled_at_first_piece < 10'000);
    CHECK(bytes == 1'188'895);
}

TEST_CASE("text is its own table, and data elsewhere") {
    const Text text{"mdmctl 1\n", {{"version", "1"}}};

    CHECK(rendered(text, Output::table) == "mdmctl 1\n");
    CHECK(rendered(text, Output::jsonl) == "{\"version\":\"1\"}\n");
    CHECK(rendered(text, Output::csv) == "version\r\n1\r\n");
}
