// SPDX-License-Identifier: Apache-2.0
#include "expiry/news.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using fakes::at;

namespace {

ServiceLine line_until(Time end, Time now) {
    ServiceLine line{.id = "item", .tenant = {}, .policy = "/", .service = "tls", .name = "www", .state = "valid"};
    line.not_after = end;
    line.days_left = days_between(now, end);
    line.remind_days = {30, 15, 5, 3, 2, 1};
    line.health = *line.days_left <= 7 ? Health::critical : *line.days_left <= 30 ? Health::warning : Health::ok;
    return line;
}

/// A destination over time: what it is told on a day, "due 30" or "".
struct Destination {
    Interest interest = Interest::ends;
    SentBefore told{};

    std::string on(const std::string& day, Time end, const std::function<void(ServiceLine&)>& change = nullptr) {
        const Time now = at(day);
        ServiceLine line = line_until(end, now);
        if (change)
            change(line);
        const auto news = news_of(line, told, interest, now);
        if (!news)
            return "";
        told = sent_with(line, told, *news, interest);
        told.at = now;
        return std::string(name(news->event)) + (news->step ? " " + std::to_string(*news->step) : "");
    }
};

const Time end = at("2027-01-31T12:00:00Z");

}  // namespace

TEST_CASE("each step is told once, on its day, whatever ran how often") {
    Destination jo;
    std::vector<std::string> all;
    for (Time now = at("2026-12-01"); now < at("2027-04-01"); now += std::chrono::hours(7))
        if (const std::string news = jo.on(to_rfc3339(now), end); !news.empty())
            all.push_back(to_rfc3339(now).substr(0, 10) + " " + news);
    CHECK(all == std::vector<std::string>{"2026-12-31 due 30", "2027-01-15 due 15", "2027-01-25 due 5",
                                          "2027-01-27 due 3", "2027-01-28 due 2", "2027-01-29 due 1",
                                          "2027-01-31 expired 0", "2027-02-07 expired -7", "2027-02-21 expired -21"});
}

TEST_CASE("after days of downtime the latest step is told, once, and a renewal begins anew") {
    Destination jo;
    CHECK(jo.on("2027-01-01", end) == "due 30");
    CHECK(jo.on("2027-01-29T13:00:00Z", end) == "due 1");
    CHECK(jo.on("2027-01-29T14:00:00Z", end) == "");
    CHECK(jo.on("2027-01-30", end + std::chrono::days(365)) == "");
    CHECK(jo.on("2028-01-02", end + std::chrono::days(365)) == "due 30");
    Destination late;
    CHECK(late.on("2029-01-01", end) == "expired -21");
    CHECK(late.on("2030-01-01", end) == "");
}

TEST_CASE("what was acknowledged is not told of until then") {
    Destination jo;
    const auto quiet = [](ServiceLine& line) { line.acknowledged_until = end; };
    CHECK(jo.on("2027-01-01", end, quiet) == "");
    CHECK(jo.on("2027-01-30", end) == "due 1");
}

TEST_CASE("a ticket system is told of what else is wrong, and when all is well") {
    Destination tickets{Interest::everything};
    const auto shared = [](ServiceLine& line) {
        line.add({Severity::warning, ErrorCode::shared_between_tenants, "shared", "", ""});
    };
    CHECK(tickets.on("2026-06-01", end) == "");
    CHECK(tickets.on("2026-06-01", end, shared) == "finding");
    CHECK(tickets.on("2026-06-02", end, shared) == "");
    CHECK(tickets.on("2026-06-03", end) == "resolved");
    CHECK(tickets.on("2026-06-04", end) == "");
    CHECK(tickets.on("2027-01-01", end) == "due 30");
    CHECK(tickets.on("2027-01-02", end + std::chrono::days(365)) == "resolved");
    CHECK(tickets.on("2027-06-02", end + std::chrono::days(365), shared) == "finding");
}

TEST_CASE("what is wrong on the day of a step has a message of its own") {
    Destination tickets{Interest::everything};
    const auto shared = [](ServiceLine& line) {
        line.add({Severity::warning, ErrorCode::shared_between_tenants, "shared", "", ""});
    };
    CHECK(tickets.on("2027-01-01", end, shared) == "due 30");
    CHECK(tickets.on("2027-01-01", end, shared) == "finding");
    CHECK(tickets.on("2027-01-16", end, shared) == "due 15");
    CHECK(tickets.on("2027-01-16", end, shared) == "");
}

TEST_CASE("what was told as being over is told again when the same end is back") {
    Destination tickets{Interest::everything};
    const Time renewed = end + std::chrono::days(365);
    CHECK(tickets.on("2027-01-16", end) == "due 15");
    CHECK(tickets.on("2027-01-17", renewed) == "resolved");
    CHECK(tickets.on("2027-01-18", end) == "due 15");
}

TEST_CASE("a clock that is wrong for a while neither ends a ticket nor silences anybody for good") {
    Destination tickets{Interest::everything};
    CHECK(tickets.on("2027-01-01", end) == "due 30");
    CHECK(tickets.on("2026-06-01", end) == "");
    CHECK(tickets.on("2027-01-02", end) == "");
    CHECK(tickets.on("2027-06-01", end) == "expired -21");
    CHECK(tickets.on("2027-01-03", end) == "due 30");
    CHECK(tickets.on("2027-01-16", end) == "due 15");
}
