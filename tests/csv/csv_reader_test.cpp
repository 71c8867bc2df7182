// SPDX-License-Identifier: Apache-2.0
#include "csv/csv_reader.hpp"

#include "catch.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace {

using namespace mdm::csv;

/// "1: a|b", "3: broken"
std::vector<std::string> rows(std::string_view text, char separator = ',') {
    Reader reader(text, separator);
    std::vector<std::string> all;
    while (const auto row = reader.next())
        all.push_back(fmt::format("{}: {}", row->line,
                                  row->broken.empty() ? fmt::format("{}", fmt::join(row->cells, "|")) : "broken"));
    return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("cells are what spreadsheets mean by them") {
    CHECK(rows("a,b\n1,2\n") == Lines{"1: a|b", "2: 1|2"});
    CHECK(rows("a,b\r\n1,2\r\n") == Lines{"1: a|b", "2: 1|2"});
    CHECK(rows("a;b", ';') == Lines{"1: a|b"});
    CHECK(rows("a, b ,\"  c \"\n") == Lines{"1: a|b|  c "});
    CHECK(rows("a,,\n") == Lines{"1: a||"});
    CHECK(rows("\"x\"\"y\",\"1,2\"\n") == Lines{"1: x\"y|1,2"});
    CHECK(rows("é,日本\n") == Lines{"1: é|日本"});
}

TEST_CASE("a row is named by the line where it begins") {
    CHECK(rows("a,b\n\"one\ntwo\",2\n3,4\n") == Lines{"1: a|b", "2: one\ntwo|2", "4: 3|4"});
    CHECK(rows("\n\na\n\n\nb\n") == Lines{"3: a", "6: b"});
    CHECK(rows("").empty());
    CHECK(rows("\r\n\n").empty());
}

TEST_CASE("a broken row is told, and those behind it are read") {
    CHECK(rows("a\nx\"y,1\nb\n") == Lines{"1: a", "2: broken", "3: b"});
    CHECK(rows("a\n\"x\"y,1\nb\n") == Lines{"1: a", "2: broken", "3: b"});
    CHECK(rows("a\n\"x,1\nb\n") == Lines{"1: a", "2: broken"});
}

TEST_CASE("the separator is the one that the first line has most of") {
    CHECK(separator_of("a;b;c,d\n1,2,3,4,5") == ';');
    CHECK(separator_of("a\tb") == '\t');
    CHECK(separator_of("a,b") == ',');
    CHECK(separator_of("tenant\n") == ',');
}
