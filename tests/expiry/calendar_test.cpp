// SPDX-License-Identifier: Apache-2.0
#include "expiry/calendar.hpp"

#include "base/text.hpp"
#include "catch.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::expiry;

namespace {

ServiceLine ending() {
    return {.id = "9b2e",
            .tenant = store::Tenant{.id = "t", .name = "acme", .display_name = "", .external_id = ""},
            .policy = "/",
            .service = "apns",
            .name = "default",
            .state = "valid",
            .not_after = parse_time("2027-01-10T23:30:00Z"),
            .devices = 240,
            .account = "mdm@acme.example",
            .renew_with = "mdmctl apns csr --out push.csr --tenant 'acme'",
            .remind_days = {30, 1, 0},
            .changed_at = *parse_time("2026-01-10T12:00:05Z")};
}

std::string event(const ServiceLine& line) {
    std::string out;
    append_event(out, line);
    return out;
}

/// As a reader does it: a line break and a space are nothing.
std::string unfolded(std::string text) {
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

std::string folded(const std::string& line) {
    std::string out;
    append_folded(out, line);
    return out;
}

bool has_line(const std::string& text, const std::string& line) {
    return ("\r\n" + text).find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("an event is on the day of the end, with the same UID whenever that is") {
    ServiceLine line = ending();
    const std::string before = unfolded(event(line));
    CHECK(has_line(before, "UID:9b2e@mdmctl"));
    CHECK(has_line(before, "DTSTART;VALUE=DATE:20270110"));
    CHECK(has_line(before, "SUMMARY:acme: push certificate 'default' ends"));
    CHECK(has_line(before, "CATEGORIES:mdmctl,apns"));
    CHECK(has_line(before, "DTSTAMP:20260110T120005Z"));

    line.not_after = parse_time("2028-01-09T12:00:00Z");
    line.changed_at = *parse_time("2027-01-03T00:00:00Z");
    const std::string after = unfolded(event(line));
    CHECK(has_line(after, "UID:9b2e@mdmctl"));
    CHECK(has_line(after, "DTSTART;VALUE=DATE:20280109"));
    CHECK(has_line(before, "SEQUENCE:190209605"));
    CHECK(has_line(after, "SEQUENCE:221097600"));
}

TEST_CASE("the text of an event says what to do, and Renew, not Create") {
    CHECK(has_line(unfolded(event(ending())),
                   "DESCRIPTION:It ends on 2027-01-10T23:30:00Z.\\nTo do: renew it in the portal\\, beside its row: "
                   "Renew\\, never Create a Certificate.\\nAccount: mdm@acme.example\\nDevices: 240\\nFirst: mdmctl "
                   "apns csr --out push.csr --tenant 'acme'"));
}

TEST_CASE("there is an alarm for each reminder day, and none for what another store looks after") {
    ServiceLine line = ending();
    const std::string text = event(line);
    CHECK(has_line(text, "TRIGGER:-P30D"));
    CHECK(has_line(text, "TRIGGER:-P1D"));
    CHECK(has_line(text, "TRIGGER:PT0S"));
    line.tenant->handed_over_at = line.changed_at;
    CHECK(event(line).find("VALARM") == std::string::npos);
    CHECK(event(line).find("Renew") == std::string::npos);
}

TEST_CASE("what has no end is no event") {
    ServiceLine line = ending();
    line.not_after.reset();
    CHECK(event(line).empty());
}

TEST_CASE("lines of more than 75 octets are folded") {
    CHECK(folded(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
    CHECK(folded(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
    CHECK(folded(std::string(150, 'a')) == std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
    CHECK(folded("") == "\r\n");
}

TEST_CASE("a fold is never inside a UTF-8 sequence") {
    const std::string wide = GENERATE("ë", "日", "😀");
    for (std::size_t before = 60; before < 80; ++before) {
        std::string line(before, 'a');
        for (int i = 0; i < 60; ++i)
            line += wide;
        const std::string text = folded(line);
        CHECK(unfolded(text) == line + "\r\n");
        for (std::string_view part : split(text, '\n')) {
            CHECK(part.size() <= 76);  // with the carriage return
            CHECK(is_printable(part.substr(0, part.find('\r'))));
        }
    }
}

TEST_CASE("what means something in a TEXT value is escaped") {
    const auto [text, written] = GENERATE(table<std::string, std::string>({
        {"a,b;c:d", "a\\,b\\;c:d"},
        {"a\\nb", "a\\\\nb"},
        {"a\nb", "a\\nb"},
        {"END:VCALENDAR\r\nX:y", "END:VCALENDAR\\\\x0d\\nX:y"},
        {"a\"b", "a\"b"},
        {"a\x1b\xff", "a\\\\x1b\\\\xff"},
    }));
    CHECK(calendar_text(text) == written);
}
