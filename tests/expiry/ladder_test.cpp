// SPDX-License-Identifier: Apache-2.0
#include "expiry/ladder.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using fakes::at;

namespace {

const Time end = at("2027-01-31T12:00:00Z");
const std::vector<Step> usual = ladder_of({30, 15, 5, 3, 2, 1});

}  // namespace

TEST_CASE("a ladder goes down to the end and two steps behind it") {
    CHECK(usual == std::vector<Step>{30, 15, 5, 3, 2, 1, 0, -7, -21});
    CHECK(ladder_of({1, 90}) == std::vector<Step>{90, 1, 0, -7, -21});
    CHECK(ladder_of({0}) == std::vector<Step>{0, -7, -21});
}

TEST_CASE("a step is reached when so many whole days are left, as days_left shows them") {
    CHECK(step_reached(usual, end, at("2026-12-31T11:59:59Z")) == std::nullopt);
    CHECK(days_between(at("2026-12-31T12:00:01Z"), end) == 30);
    CHECK(step_reached(usual, end, at("2026-12-31T12:00:01Z")) == 30);
    CHECK(step_reached(usual, end, at("2027-01-15T12:00:00Z")) == 30);
    CHECK(step_reached(usual, end, at("2027-01-15T12:00:01Z")) == 15);
    CHECK(step_reached(usual, end, at("2027-01-30T12:00:00Z")) == 1);
    CHECK(step_reached(usual, end, end) == 1);
    CHECK(step_reached(usual, end, at("2027-01-31T12:00:01Z")) == 0);
    CHECK(step_reached(usual, end, at("2027-02-07T12:00:00Z")) == 0);
    CHECK(step_reached(usual, end, at("2027-02-07T12:00:01Z")) == -7);
    CHECK(step_reached(usual, end, at("2029-01-01")) == -21);
}

TEST_CASE("at every second of two months the step is the one that days_left says") {
    for (Time now = at("2026-12-25"); now < at("2027-02-28"); now += std::chrono::minutes(47)) {
        const auto left = days_between(now, end);
        std::optional<Step> wanted;
        for (const Step step : usual)
            if (step > 0 ? left <= step : now > end && (now - end) > std::chrono::days(-step))
                wanted = step;
        INFO(to_rfc3339(now));
        REQUIRE(step_reached(usual, end, now) == wanted);
    }
}
