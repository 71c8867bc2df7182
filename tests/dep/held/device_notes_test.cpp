// SPDX-License-Identifier: Apache-2.0
#include "dep/device_notes.hpp"

#include "catch.hpp"
#include "fakes/held_devices.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

DeviceNote note_of(const DeviceHolding& holding, const std::string& serial) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        return devices_meant(t, holding.tokens(), serial).front().note;
    });
}

std::int64_t notes(const DeviceHolding& holding) {
    return holding.look("acme", [](store::Transaction& t, const store::Tenant&) {
        return t.row("select count(*) as n from dep_device_notes")->number("n");
    });
}

void mark(const DeviceHolding& holding, const std::vector<std::string>& serials, EnrollmentStatus status,
          Time now = some_day) {
    holding.by(
        "acme",
        [&](store::Change& c, const store::Tenant&) {
            std::vector<NotedDevice> devices;
            for (auto& noted : noted_devices(c.transaction(), holding.tokens(), serials))
                devices.push_back(noted.value());
            dep::mark(c.transaction(), devices, status, c.now());
            return 0;
        },
        now);
}

void assign(const DeviceHolding& holding, const std::string& serial, const std::optional<std::string>& user) {
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        assign_user(c.transaction(), devices_meant(c.transaction(), holding.tokens(), serial).front(), user, c.now());
        return 0;
    });
}

const Time later = at("2026-04-01T09:00:00Z");

}  // namespace

TEST_CASE("what is said of devices is kept, said anew and taken back") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.put({.serial = "A1"});
    holding.put({.serial = "A2"});
    CHECK_FALSE(note_of(holding, "A1").enrollment_status);

    mark(holding, {"A1", "A2"}, EnrollmentStatus::enrolled);
    CHECK(note_of(holding, "A1").enrollment_status == "enrolled");
    CHECK(note_of(holding, "A2").status_at == some_day);
    mark(holding, {"A1"}, EnrollmentStatus::removed, later);
    CHECK(note_of(holding, "A1").enrollment_status == "removed");
    CHECK(note_of(holding, "A1").status_at == later);
    CHECK(note_of(holding, "A2").enrollment_status == "enrolled");

    mark(holding, {"A1", "A2"}, EnrollmentStatus::not_contacted);
    CHECK_FALSE(note_of(holding, "A1").enrollment_status);
    CHECK_FALSE(note_of(holding, "A1").status_at);
    CHECK(notes(holding) == 0);
}

TEST_CASE("whose a device is and whether it is enrolled do not touch one another") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.put({.serial = "A1"});
    assign(holding, "a1", "Zo\xc3\xab");
    mark(holding, {"A1"}, EnrollmentStatus::enrolled, later);
    CHECK(note_of(holding, "A1").assigned_user == "Zo\xc3\xab");
    CHECK(note_of(holding, "A1").assigned_user_at == some_day);
    mark(holding, {"A1"}, EnrollmentStatus::not_contacted);
    CHECK(note_of(holding, "A1").assigned_user == "Zo\xc3\xab");
    mark(holding, {"A1"}, EnrollmentStatus::removed);
    assign(holding, "A1", std::nullopt);
    CHECK_FALSE(note_of(holding, "A1").assigned_user);
    CHECK_FALSE(note_of(holding, "A1").assigned_user_at);
    CHECK(note_of(holding, "A1").enrollment_status == "removed");
    mark(holding, {"A1"}, EnrollmentStatus::not_contacted);
    CHECK(notes(holding) == 0);
}
