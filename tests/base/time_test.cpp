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
