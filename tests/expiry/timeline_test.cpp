// SPDX-License-Identifier: Apache-2.0
#include "expiry/timeline.hpp"

#include "catch.hpp"

using namespace mdm;
using namespace mdm::expiry;

namespace {

const Time now = *parse_time("2026-01-31T12:00:00Z");

ServiceLine ending(std::string_view day, std::string tenant = "acme", std::string service = "apns") {
    return {.id = "1",
            .tenant = store::Tenant{.id = "t", .name = std::move(tenant), .display_name = "", .external_id = ""},
            .policy = "/",
            .service = std::move(service),
            .name = "default",
            .state = "valid",
            .not_after = parse_time(day)};
}

/// The one period that something is in.
std::string period_of(std::string_view end) {
    Timeline timeline(now, 3);
    timeline.add(ending(end));
    std::string name;
    for (const Period& period : timeline.periods())
        if (period.total > 0)
            name += period.name;
    return name;
}

std::vector<std::string> tenants_of(const Period& period) {
    std::vector<std::string> names;
    for (const Ending& ending : period.nearest)
        names.push_back(*ending.tenant);
    return names;
}

}  // namespace

TEST_CASE("thirteen months by their names, what ended before them and what ends later behind") {
    const Timeline timeline(now, 3);
    REQUIRE(timeline.periods().size() == 15);
    CHECK(timeline.periods().front().name == "ended");
    CHECK(timeline.periods().at(1).name == "2026-01");
    CHECK(timeline.periods().at(2).name == "2026-02");  // a month from the 31st
    CHECK(timeline.periods().at(13).name == "2027-01");
    CHECK(timeline.periods().back().name == "later");
    CHECK(timeline.periods().at(13).is_month);
    CHECK_FALSE(timeline.periods().back().is_month);
}

TEST_CASE("an end is in its month by UTC") {
    CHECK(period_of("2026-01-31T11:59:59Z") == "ended");
    CHECK(period_of("2026-01-31T12:00:00Z") == "2026-01");
    CHECK(period_of("2026-01-31T23:59:59Z") == "2026-01");
    CHECK(period_of("2026-02-01T00:00:00Z") == "2026-02");
    CHECK(period_of("2026-02-01T00:30:00+01:00") == "2026-01");
    CHECK(period_of("2027-01-31T23:59:59Z") == "2027-01");
    CHECK(period_of("2027-02-01T00:00:00Z") == "later");
    CHECK(period_of("9999-12-31T23:59:59Z") == "later");
    CHECK(period_of("1970-01-01") == "ended");
}

TEST_CASE("all are counted, and those nearest to now are kept") {
    Timeline timeline(now, 2);
    timeline.add(ending("2026-03-20", "c"));
    timeline.add(ending("2026-03-10", "a"));
    timeline.add(ending("2026-03-30", "d", "dep"));
    timeline.add(ending("2026-03-10", "b"));
    const Period& march = timeline.periods().at(3);
    CHECK(march.total == 4);
    CHECK(march.services == std::map<std::string, std::int64_t>{{"apns", 3}, {"dep", 1}});
    CHECK(tenants_of(march) == std::vector<std::string>{"a", "b"});

    for (const char* day : {"2024-01-01", "2026-01-20", "2025-01-01"})
        timeline.add(ending(day, day));
    CHECK(tenants_of(timeline.periods().front()) == std::vector<std::string>{"2026-01-20", "2025-01-01"});
}

TEST_CASE("what is there without an end is counted, what lacks is not") {
    Timeline timeline(now, 2);
    ServiceLine line = ending("2026-03-20");
    line.not_after.reset();
    line.state = "unknown";
    timeline.add(line);
    line.state = "not_connected";
    timeline.add(line);
    line.state = "blocked";
    timeline.add(line);
    CHECK(timeline.without_end() == 1);
}
