// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include "catch.hpp"

using namespace mdm;
using namespace std::chrono_literals;

TEST_CASE("a length of time is digits and a letter") {
    CHECK(parse_duration("30s") == 30s);
    CHECK(parse_duration("15m") == 15min);
    CHECK(parse_duration("12h") == 12h);
    CHECK(parse_duration("365d") == std::chrono::days{365});
    CHECK(parse_duration("2w") == std::chrono::days{14});
    CHECK(parse_duration("0d") == 0s);
    CHECK(parse_duration("999999999w") == std::chrono::weeks{999'999'999});
}

TEST_CASE("what is no length of time is none") {
    for (const char* text : {"", "d", "30", "+30d", "-30d", "3.5d", "30 d", "30D", "1d12h", "1y", "1M", "1000000000s"})
        CHECK_FALSE(parse_duration(text).has_value());
}

TEST_CASE("a time that is read is written as the same one") {
    for (const char* text : {"0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2027-01-07T04:04:46Z",
                             "2028-02-29T00:00:00Z", "9999-12-31T23:59:59Z"}) {
        INFO(text);
        REQUIRE(parse_time(text));
        CHECK(to_rfc3339(*parse_time(text)) == text);
    }
    CHECK(parse_time("2027-01-07T04:04:46.999+01:30") == parse_time("2027-01-07T02:34:46Z"));
}

TEST_CASE("an offset leads into no year that could not be read again") {
    CHECK_FALSE(parse_time("9999-12-31T23:59:59-01:00"));
    CHECK_FALSE(parse_time("0000-01-01T00:00:00+00:01"));
    CHECK(parse_time("9999-12-31T23:59:59+01:00"));
}
