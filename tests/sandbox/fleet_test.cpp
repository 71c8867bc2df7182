// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

#include <fmt/format.h>
#include <stdexcept>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;
using std::chrono::hours;
using std::chrono::seconds;
using Kind = FleetOperation::Kind;

namespace {

const Time begin = at("2026-06-01T12:00:00Z");

FleetOperation assign(std::vector<DeviceRange> devices, std::string server = "A") {
    return {
        .kind = Kind::assign, .at = begin, .server = std::move(server), .devices = std::move(devices), .by = "admin"};
}
FleetOperation unassign(std::vector<DeviceRange> devices, std::string server = "A") {
    return {.kind = Kind::unassign, .at = begin, .server = std::move(server), .devices = std::move(devices)};
}
FleetOperation change(std::vector<DeviceRange> devices, std::string tag = "tag") {
    return {
        .kind = Kind::change, .at = begin, .server = "A", .devices = std::move(devices), .asset_tag = std::move(tag)};
}
FleetOperation throttle(std::vector<DeviceRange> devices, Time when = begin) {
    return {.kind = Kind::throttle, .at = when, .server = "A", .devices = std::move(devices)};
}
FleetOperation quiet(FleetOperation operation) {
    operation.has_records = false;
    return operation;
}

Fleet fleet_of(const std::vector<FleetOperation>& operations) {
    Fleet fleet;
    for (const FleetOperation& operation : operations)
        fleet.apply(operation);
    return fleet;
}

/// "1 +2 ~3 -4": listed, added, modified, deleted; the number alone.
std::string words(const std::vector<FleetRecord>& records) {
    std::string text;
    for (const FleetRecord& record : records) {
        const char* mark = record.kind == FleetRecord::Kind::added      ? "+"
                           : record.kind == FleetRecord::Kind::modified ? "~"
                           : record.kind == FleetRecord::Kind::deleted  ? "-"
                                                                        : "";
        text += fmt::format("{}{}{}", text.empty() ? "" : " ", mark, record.device.number);
    }
    return text;
}

/// Pages, parted by "|".
std::string listed(const Fleet& fleet, std::size_t limit, const std::string& server = "A") {
    std::string text;
    auto page = fleet.listing(server, {fleet.events(), 0, 0}, limit);
    for (text = words(page.records); page.more; text += "|" + words(page.records))
        page = fleet.listing(server, page.next, limit);
    return text;
}

std::string told(const Fleet& fleet, StreamPlace from, std::size_t limit = 100, Time now = begin,
                 const std::string& server = "A") {
    std::string text;
    auto page = fleet.stream(server, from, limit, now);
    for (text = words(page.records); page.more; text += "|" + words(page.records))
        page = fleet.stream(server, page.next, limit, now);
    return text;
}

const StreamPlace first = Fleet::stream_behind(0, begin);

}  // namespace

TEST_CASE("a listing gives what is assigned, in the order in which it came, page by page") {
    const Fleet fleet = fleet_of({assign({{1, 5, 3}}), assign({{1, 0, 2}}), assign({{2, 9, 1}, {2, 4, 1}})});
    CHECK(listed(fleet, 100) == "5 6 7 0 1 9 4");
    CHECK(listed(fleet, 3) == "5 6 7|0 1 9|4");
    CHECK(listed(fleet, 7) == "5 6 7 0 1 9 4");
    CHECK(listed(fleet, 1) == "5|6|7|0|1|9|4");
    CHECK(listed(fleet, 1, "B").empty());
    CHECK(fleet.size("A") == 7);
    CHECK(fleet.made(1) == 8);
    CHECK(fleet.made(3) == 0);
}

TEST_CASE("what goes leaves a hole, and what comes again stands at the end") {
    const Fleet fleet = fleet_of({assign({{1, 0, 6}}), unassign({{1, 2, 2}}), unassign({{1, 0, 1}}),
                                  assign({{1, 2, 1}}), unassign({{1, 5, 1}})});
    CHECK(listed(fleet, 100) == "1 4 2");
    CHECK(listed(fleet, 1) == "1|4|2");
    CHECK(fleet.size("A") == 3);
    CHECK(fleet.made(1) == 6);
}

TEST_CASE("a listing is of the moment at which it began") {
    Fleet fleet = fleet_of({assign({{1, 0, 4}})});
    auto page = fleet.listing("A", {fleet.events(), 0, 0}, 2);
    CHECK(words(page.records) == "0 1");
    fleet.apply(unassign({{1, 1, 2}}));
    fleet.apply(assign({{1, 4, 2}}));
    fleet.apply(unassign({{1, 3, 1}}));
    page = fleet.listing("A", page.next, 100);
    CHECK(words(page.records) == "2 3");
    CHECK_FALSE(page.more);
    CHECK(told(fleet, Fleet::stream_behind(page.next.begun, begin)) == "-1 -2 +4 +5 -3");
    CHECK(listed(fleet, 100) == "0 4 5");
}

TEST_CASE("the stream tells what happened in its order, the same device as often as it did") {
    const Fleet fleet = fleet_of({assign({{1, 0, 2}}), change({{1, 0, 1}}), change({{1, 0, 2}}), unassign({{1, 0, 1}}),
                                  assign({{1, 0, 1}}), assign({{1, 7, 1}}, "B")});
    CHECK(told(fleet, first) == "+0 +1 ~0 ~0 ~1 -0 +0");
    CHECK(told(fleet, first, 3) == "+0 +1 ~0|~0 ~1 -0|+0");
    CHECK(told(fleet, first, 7) == "+0 +1 ~0 ~0 ~1 -0 +0");
    CHECK(told(fleet, first, 100, begin, "B") == "+7");
    const auto end = fleet.stream("A", first, 100, begin).next;
    CHECK(told(fleet, end).empty());
}

TEST_CASE("a place in the stream can be asked from again, and goes on where the stream grew") {
    Fleet fleet = fleet_of({assign({{1, 0, 5}})});
    const auto page = fleet.stream("A", first, 2, begin);
    CHECK(words(page.records) == "+0 +1");
    CHECK(words(fleet.stream("A", first, 2, begin).records) == "+0 +1");
    fleet.apply(change({{1, 4, 1}}));
    CHECK(told(fleet, page.next) == "+2 +3 +4 ~4");
    CHECK(fleet.stream("A", first, 0, begin).more);
}

TEST_CASE("what is done without records is in no stream, and in the next listing") {
    const Fleet fleet = fleet_of(
        {assign({{1, 0, 2}}), quiet(assign({{1, 2, 1}})), quiet(unassign({{1, 0, 1}})), quiet(change({{1, 1, 1}}))});
    CHECK(told(fleet, first) == "+0 +1");
    CHECK(listed(fleet, 100) == "1 2");
    CHECK(fleet.listing("A", {fleet.events(), 0, 0}, 1).records.front().changed->asset_tag == "tag");
}

TEST_CASE("a device knows its assignment and its last change") {
    const Fleet fleet = fleet_of({assign({{1, 0, 3}}), change({{1, 0, 2}}, "one"), change({{1, 1, 1}}, "two")});
    const auto records = fleet.listing("A", {fleet.events(), 0, 0}, 3).records;
    CHECK(records[0].changed->asset_tag == "one");
    CHECK(records[1].changed->asset_tag == "two");
    CHECK(records[2].changed == nullptr);
    CHECK(records[0].assigned->by == "admin");
    CHECK(fleet.find("A", {1, 1})->changed->asset_tag == "two");
    CHECK_FALSE(fleet.find("B", {1, 1}));
    CHECK_FALSE(fleet.find("A", {1, 3}));
    CHECK_FALSE(fleet.find("", {1, 3}));
}

TEST_CASE("a device that is throttled is missing from the stream, and told of once when that is over") {
    Fleet fleet = fleet_of({assign({{1, 0, 4}}), throttle({{1, 1, 2}})});
    const auto page = fleet.stream("A", first, 100, begin);
    CHECK(words(page.records) == "+0 +3");
    CHECK(listed(fleet, 100) == "0 1 2 3");
    fleet.apply(unassign({{1, 2, 1}}));
    fleet.apply(change({{1, 0, 2}}));
    const auto later = fleet.stream("A", page.next, 100, begin + hours{23});
    CHECK(words(later.records) == "~0");
    CHECK(fleet.throttled_until("A", {1, 1}, begin) == begin + cooldown);
    CHECK_FALSE(fleet.throttled_until("A", {1, 1}, begin + cooldown));
    const auto over = fleet.stream("A", later.next, 100, begin + cooldown);
    CHECK(words(over.records) == "~1 -2");
    CHECK(over.records.front().op_date == begin + cooldown);
    CHECK(told(fleet, over.next, 100, begin + 2 * cooldown).empty());
}

TEST_CASE("what comes after a cooldown comes page by page as well, and before what is new") {
    Fleet fleet = fleet_of({assign({{1, 0, 5}}), throttle({{1, 0, 2}}), throttle({{1, 3, 1}}, begin + hours{1})});
    const auto page = fleet.stream("A", first, 100, begin);
    CHECK(words(page.records) == "+2 +4");
    fleet.apply(change({{1, 4, 1}}));
    CHECK(told(fleet, page.next, 1, begin + 2 * cooldown) == "~0|~1|~3|~4");
    CHECK(told(fleet, page.next, 1, begin + cooldown) == "~0|~1|~4");
}

TEST_CASE("a clock that goes back loses nobody") {
    const Fleet fleet = fleet_of({assign({{1, 0, 2}}), throttle({{1, 0, 1}})});
    const auto over = fleet.stream("A", first, 100, begin + 2 * cooldown);
    CHECK(words(over.records) == "~0 +0 +1");
    const auto back = fleet.stream("A", over.next, 100, begin);
    CHECK(back.records.empty());
    CHECK(told(fleet, back.next, 100, begin + cooldown) == "~0");
}

TEST_CASE("what could not have been done is refused") {
    const auto refused = [](const std::vector<FleetOperation>& operations) {
        CHECK_THROWS_AS(fleet_of(operations), std::invalid_argument);
    };
    refused({assign({{1, 0, 0}})});
    refused({assign({{DeviceNumber::seeds, 0, 1}})});
    refused({assign({{1, DeviceNumber::most, 1}})});
    refused({assign({{1, 0xffffffff, 0xffffffff}})});
    refused({assign({{1, 0, 1}}, "")});
    refused({assign({{1, 0, 2}}), assign({{1, 1, 2}}, "B")});
    refused({assign({{1, 0, 2}, {1, 1, 1}})});
    refused({unassign({{1, 0, 1}})});
    refused({assign({{1, 0, 2}}), unassign({{1, 1, 2}})});
    refused({assign({{1, 0, 2}}), unassign({{1, 0, 2}}, "B")});
    refused({assign({{1, 0, 2}}), unassign({{1, 0, 1}, {1, 0, 1}})});
    refused({assign({{1, 0, 2}}), throttle({{2, 0, 1}})});
}

TEST_CASE("a million devices are one operation, and a page of the end is found at once") {
    Fleet fleet = fleet_of({assign({{1, 0, 1'000'000}})});
    fleet.apply(unassign({{1, 999'990, 5}}));
    const auto page = fleet.listing("A", ListingPlace{fleet.events(), 0, 999'980}, 1000);
    CHECK(page.records.size() == 15);
    CHECK(fleet.size("A") == 999'995);
    CHECK(fleet.stream("A", StreamPlace{0, 999'999, begin, begin, 0, 0}, 1000, begin).records.size() == 6);
}
