// SPDX-License-Identifier: Apache-2.0
#include "dep/serial_list.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"

namespace {

using namespace mdm;
using namespace mdm::dep;

/// "2 C02A; 3 C02B", with what is broken in brackets.
std::string read(std::string_view text) {
    SerialReader reader(text);
    std::string all;
    while (const auto listed = reader.next())
        all += (all.empty() ? "" : "; ") + std::to_string(listed->line) + " " +
               (listed->broken.empty() ? listed->serial : "[" + listed->broken + "]");
    return all;
}

constexpr auto none_there = "there is no serial number in this row";

}  // namespace

TEST_CASE("serial numbers stand one a line") {
    CHECK(read("C02A\nC02B\n") == "1 C02A; 2 C02B");
    CHECK(read("C02A\r\n\r\n  C02B \r\n") == "1 C02A; 3 C02B");
    CHECK(read("C02A") == "1 C02A");
    CHECK(read("\n\nC02A\nC02A\n") == "3 C02A; 4 C02A");
    CHECK(read("") == "");
    CHECK(read("\n \n") == "");
}

TEST_CASE("the column is found by its name, in any place and spelling") {
    CHECK(read("serial_number\nC02A\n") == "2 C02A");
    CHECK(read("model,Serial Number,user\niPad,C02A,jo\n\"Mac, old\",C02B,\n") == "2 C02A; 3 C02B");
    CHECK(read("Modell;SERIAL;Nutzer\niPad;C02A;jo\n") == "2 C02A");
    CHECK(read("model\tserial-number\niPad\tC02A\n") == "2 C02A");
    CHECK(read("\"Serial Number\";\"Model\"\n\"C02A\";\"iPad; blue\"\n") == "2 C02A");
}

TEST_CASE("without its name it is the first, and the first row is one of the list unless it cannot be") {
    CHECK(read("C02A,iPad\nC02B,iPad\n") == "1 C02A; 2 C02B");
    CHECK(read("Device ID;Model\nC02A;iPad\n") == "2 C02A");
    CHECK(read("Ger\xc3\xa4t\nC02A\n") == "2 C02A");
    // It may be one: it is named as unknown later, and never passed over in silence.
    CHECK(read("Device\nC02A\n") == "1 Device; 2 C02A");
}

TEST_CASE("a row without a serial number is named, and the next one is read") {
    CHECK(read("serial,user\nC02A,jo\n,kim\n;\nC02B\n") == std::string("2 C02A; 3 [") + none_there + "]; 4 ;; 5 C02B");
    CHECK(read("user,serial\njo,C02A\nkim\nlee,C02B\n") == std::string("2 C02A; 3 [") + none_there + "]; 4 C02B");
    CHECK(read("serial,user\n,\n,\nC02A,jo\n") == "4 C02A");
    CHECK(read("serial\nC02 A\n") == "2 [what stands there cannot be a serial number]");
    CHECK(read("serial\nC0\"2\nC02B\n").ends_with("; 3 C02B"));
    CHECK(read("serial\n" + std::string(65, 'A') + "\n" + std::string(64, 'A') + "\n")
              .ends_with("; 3 " + std::string(64, 'A')));
}

TEST_CASE("what spreadsheets write is read") {
    const std::string utf16(
        "\xff\xfes\0e\0r\0i\0a\0l\0\r\0\n\0C\0"
        "0\0"
        "2\0A\0",
        26);
    for (const std::string& bytes : {std::string("\xEF\xBB\xBFserial\nC02A\n"), utf16})
        CHECK(read(decode_text(bytes).text) == "2 C02A");
}

TEST_CASE("a serial number is printable ASCII without a space") {
    for (const char* good : {"C02XK1JHJG5H", "abc", "F-1", "1"})
        CHECK(is_serial(good));
    for (const std::string& bad : {std::string(), std::string("A B"), std::string("A\0B", 3), std::string("\xc3\xa4"),
                                   std::string("A\tB"), std::string("\x7f"), std::string(65, 'A')})
        CHECK_FALSE(is_serial(bad));
}
