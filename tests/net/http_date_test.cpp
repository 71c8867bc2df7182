// SPDX-License-Identifier: Apache-2.0
#include "net/http_date.hpp"

#include "catch.hpp"

namespace {

using namespace mdm;
using namespace mdm::net;
using namespace std::chrono_literals;

const Time noon = *parse_time("2026-11-22T12:00:00Z");

std::string date(std::string_view text) {
    const auto time = parse_http_date(text, noon);
    return time ? to_rfc3339(*time) : "";
}

}  // namespace

TEST_CASE("a date of HTTP has three forms") {
    // The examples of RFC 9110, 5.6.7.
    CHECK(date("Sun, 06 Nov 1994 08:49:37 GMT") == "1994-11-06T08:49:37Z");
    CHECK(date("Sunday, 06-Nov-94 08:49:37 GMT") == "1994-11-06T08:49:37Z");
    CHECK(date("Sun Nov  6 08:49:37 1994") == "1994-11-06T08:49:37Z");
    CHECK(date("Sun Nov 16 08:49:37 1994") == "1994-11-16T08:49:37Z");
    CHECK(date("Sunday, 06-Nov-27 08:49:37 GMT") == "2027-11-06T08:49:37Z");
    CHECK(date("Sunday, 06-Nov-76 08:49:37 GMT") == "2076-11-06T08:49:37Z");
    CHECK(date("Sunday, 06-Nov-77 08:49:37 GMT") == "1977-11-06T08:49:37Z");
    CHECK(date("Sat, 31 Dec 2016 23:59:60 GMT") == "2017-01-01T00:00:00Z");
}

TEST_CASE("what is no date of HTTP is none") {
    for (const char* text :
         {"", "Sun", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 6 Nov 1994 08:49:37 GMT",
          "Sun, 31 Feb 1994 08:49:37 GMT", "Son, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
          "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT", "1994-11-06T08:49:37Z",
          "Sun Nov 6 08:49:37 1994 ", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT"})
        CHECK(date(text).empty());
}

TEST_CASE("Retry-After is seconds or a date, and never negative or endless") {
    CHECK(parse_retry_after("120", noon) == 120s);
    CHECK(parse_retry_after(" 0 ", noon) == 0s);
    CHECK(parse_retry_after("Sun, 22 Nov 2026 12:01:00 GMT", noon) == 60s);
    CHECK(parse_retry_after("Sun, 06 Nov 1994 08:49:37 GMT", noon) == 0s);
    CHECK(parse_retry_after("99999999999999999999999999", noon) == std::chrono::days{3650});
    CHECK(parse_retry_after("Sun, 22 Nov 9999 12:01:00 GMT", noon) == std::chrono::days{3650});
    for (const char* text : {"", " ", "-1", "1.5", "+3", "soon", "3 s"})
        CHECK_FALSE(parse_retry_after(text, noon));
}
