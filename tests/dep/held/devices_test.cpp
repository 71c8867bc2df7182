// SPDX-License-Identifier: Apache-2.0
#include "dep/devices.hpp"

#include "catch.hpp"
#include "dep/device_notes.hpp"
#include "fakes/held_devices.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Serials = std::vector<std::string>;

Serials serials_of(const std::vector<KnownDevice>& devices) {
    Serials serials;
    for (const KnownDevice& known : devices)
        serials.push_back(known.device.serial);
    return serials;
}

Serials listed(const DeviceHolding& holding, const DeviceFilter& filter) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        DevicePages pages(t, holding.tokens().front(), filter);
        Serials all;
        for (auto page = pages.next(); !page.empty(); page = pages.next())
            for (const KnownDevice& known : page)
                all.push_back(known.device.serial);
        return all;
    });
}

std::vector<KnownDevice> meant(const DeviceHolding& holding, const std::string& serial) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        return devices_meant(t, holding.tokens(), serial);
    });
}

}  // namespace

TEST_CASE("devices are listed by their serial numbers, page by page, each token's alone") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    CHECK(listed(holding, {}).empty());
    // More than two pages, in no order.
    std::string rows;
    for (int i = 0; i < 2001; ++i)
        rows += fmt::format(
            "{}((select k.id from dep_tokens k join tenants t on t.id = k.tenant where t.name = 'acme'), "
            "'D{:05}', '2026-02-01T09:00:00Z', '2026-02-01T09:00:00Z', 1, 'added')",
            i == 0 ? "" : ",", i * 7919 % 2001);
    holding.ground.sql("insert into dep_devices (token, serial, first_seen_at, changed_at, revision, event) values " +
                       rows + ";");
    holding.put({.tenant = "globex", .serial = "D00000"});
    const Serials all = listed(holding, {});
    CHECK(all.size() == 2001);
    CHECK(std::is_sorted(all.begin(), all.end()));
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

TEST_CASE("a filter asks for all that it names") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.put({.serial = "A1", .model = "iPad Air (M2)", .profile_status = "pushed", .profile_uuid = "0AB1"});
    holding.put({.serial = "A2", .model = "iPad 100%", .profile_status = "assigned", .profile_uuid = "0ab1"});
    holding.put({.serial = "A3", .model = "MacBook", .device_family = "Mac"});
    holding.put({.serial = "A4", .model = "MacBook", .device_family = "Mac", .removed_at = "2026-03-02T00:00:00Z"});
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        mark(c.transaction(), {{holding.tokens().front(), "A1", ""}}, EnrollmentStatus::enrolled, c.now());
        mark(c.transaction(), {{holding.tokens().front(), "A3", ""}}, EnrollmentStatus::removed, c.now());
        assign_user(c.transaction(), devices_meant(c.transaction(), holding.tokens(), "A2").front(), "Jo@acme.example",
                    c.now());
        return 0;
    });
    CHECK(listed(holding, {}) == Serials{"A1", "A2", "A3"});
    CHECK(listed(holding, {.removed = store::Removed::included}) == Serials{"A1", "A2", "A3", "A4"});
    CHECK(listed(holding, {.enrollment_status = EnrollmentStatus::enrolled}) == Serials{"A1"});
    CHECK(listed(holding, {.enrollment_status = EnrollmentStatus::removed}) == Serials{"A3"});
    CHECK(listed(holding, {.enrollment_status = EnrollmentStatus::not_contacted}) == Serials{"A2"});
    CHECK(listed(holding, {.model = "ipad"}) == Serials{"A1", "A2"});
    CHECK(listed(holding, {.model = "0%"}) == Serials{"A2"});
    CHECK(listed(holding, {.model = "_"}).empty());
    CHECK(listed(holding, {.device_family = "mac"}) == Serials{"A3"});
    CHECK(listed(holding, {.profile_status = "pushed"}) == Serials{"A1"});
    CHECK(listed(holding, {.profile_uuid = "0aB1"}) == Serials{"A1", "A2"});
    CHECK(listed(holding, {.assigned_user = "jo@acme.EXAMPLE"}) == Serials{"A2"});
    CHECK(listed(holding, {.assigned_user = "jo@acme"}).empty());
    CHECK(listed(holding, {.model = "ipad", .profile_status = "empty"}).empty());
}

TEST_CASE("a device is confirmed by its change, and by each complete listing behind it") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.put({.serial = "A1", .changed_at = "2026-03-01T09:00:00Z"});
    holding.put({.serial = "A2", .changed_at = "2026-03-09T09:00:00Z"});
    holding.put({.serial = "A3", .removed_at = "2026-03-05T09:00:00Z"});
    const auto confirmed = [&](const char* serial) { return meant(holding, serial).front().device.confirmed_at; };
    CHECK(confirmed("A1") == at("2026-03-01T09:00:00Z"));
    holding.list_completely("2026-03-08T09:00:00Z");
    CHECK(confirmed("A1") == at("2026-03-08T09:00:00Z"));
    CHECK(confirmed("A2") == at("2026-03-09T09:00:00Z"));
    CHECK_FALSE(confirmed("A3"));
}

TEST_CASE("a serial number means the device that is assigned, in lower case as well") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.ground.sql(
        "insert into dep_tokens (id, tenant, name, origin, current, created_at) "
        "select 'second', k.tenant, 'second', k.origin, k.current, k.created_at from dep_tokens k "
        "join tenants t on t.id = k.tenant where t.name = 'acme';");
    holding.put({.serial = "C02A", .model = "gone", .removed_at = "2026-03-05T09:00:00Z"});
    holding.put({.serial = "C02A", .model = "here", .token_name = "second"});
    holding.put({.serial = "c02b", .model = "small"});
    holding.put({.serial = "C02B", .model = "large", .token_name = "second"});
    holding.put({.tenant = "globex", .serial = "C02G"});
    const auto models = [&](const char* serial) {
        Serials all;
        for (const KnownDevice& known : meant(holding, serial))
            all.push_back(known.device[DeviceField::model].value_or(""));
        return all;
    };
    CHECK(models("C02A") == Serials{"here", "gone"});
    CHECK(models("c02a") == Serials{"here", "gone"});
    CHECK(models("c02b") == Serials{"small", "large"});
    CHECK(models("C02B") == Serials{"large"});
    CHECK(models("C02G").empty());
    CHECK(models("C02").empty());
    // Of thousands at once, the same rule.
    holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        const auto noted = noted_devices(t, holding.tokens(), {"c02a", "X", "c02b", "C02B", "c02a"});
        REQUIRE(noted.size() == 5);
        CHECK(noted[0]->serial == "C02A");
        CHECK(noted[0]->token == "second");
        CHECK_FALSE(noted[1]);
        CHECK(noted[2]->serial == "c02b");
        CHECK(noted[3]->serial == "C02B");
        CHECK(noted[4]->serial == "C02A");
        CHECK(noted[4]->enrollment_status == "not_contacted");
        return 0;
    });
}

TEST_CASE("devices are found by the end of their serial numbers") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    for (const char* serial : {"C02AJG5H", "C02BJG5H", "JG5HC02C", "C02_JG%H"})
        holding.put({.serial = serial});
    const auto ending = [&](const char* end, std::size_t limit) {
        return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
            return serials_of(devices_ending(t, holding.tokens(), end, limit));
        });
    };
    CHECK(ending("jg5h", 9) == Serials{"C02AJG5H", "C02BJG5H"});
    CHECK(ending("jg5h", 1) == Serials{"C02AJG5H"});
    CHECK(ending("JG%H", 9) == Serials{"C02_JG%H"});
    CHECK(ending("J__H", 9).empty());
}

TEST_CASE("a misread serial number is read again") {
    CHECK(likely_serials("C02AO1IH") == Serials{"C02A011H"});
    CHECK(likely_serials("sC02A") == Serials{"C02A"});
    CHECK(likely_serials("S0O") == Serials{"S00", "0O", "00"});
    CHECK(likely_serials("C02A").empty());
    CHECK(likely_serials("S").empty());
}
