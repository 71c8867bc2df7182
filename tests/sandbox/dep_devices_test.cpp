// SPDX-License-Identifier: Apache-2.0
// What the pretend DEP service says of devices: /server/devices, /devices/sync, /devices.
#include "catch.hpp"
#include "fakes/dep_rehearsal.hpp"
#include "fakes/errors.hpp"
#include "sandbox/device_portal.hpp"

#include <nlohmann/json.hpp>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;
using nlohmann::json;
using std::chrono::days;
using std::chrono::hours;

namespace {

/// A rehearsal with one service and its session.
class Devices : public DepRehearsal {
public:
    const TokenDownload token = download();
    std::string session = session_in(DepRehearsal::session(token));
    const DeviceErrand errand{"Acme", "MDM"};

    DevicePortal devices(Visit visit = Visit::change) const { return {folder.path("portal"), clock.now(), visit}; }

    HttpAnswer post(const std::string& path, const json& body, const std::string& version = "10") {
        auto answer =
            ask("POST", path, {{"X-ADM-Auth-Session", session}, {"X-Server-Protocol-Version", version}}, body.dump());
        session = header_of(answer, "X-ADM-Auth-Session").value_or(session);
        return answer;
    }
    json page(const std::string& path, const json& body) { return json::parse(post(path, body).body); }

    void open_session() { session = session_in(DepRehearsal::session(token)); }
};

std::vector<std::string> serials(const json& page) {
    std::vector<std::string> out;
    for (const auto& device : page.at("devices"))
        out.push_back(device.at("serial_number"));
    return out;
}

}  // namespace

TEST_CASE("a listing is fetched page by page, and its last cursor begins the stream of changes") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 250);
    json page = devices.page("/server/devices", json::object());
    CHECK(page.at("devices").size() == 100);
    CHECK(page.at("more_to_follow") == true);
    CHECK(page.at("fetched_until") == "2026-06-01T12:00:00Z");
    std::vector<std::string> all = serials(page);
    CHECK(all.front() == serial_number({1, 0}));
    page = devices.page("/server/devices", {{"cursor", page.at("cursor")}, {"limit", 100}});
    CHECK(serials(page).front() == serial_number({1, 100}));
    page = devices.page("/server/devices", {{"cursor", page.at("cursor")}, {"limit", 100}});
    CHECK(page.at("devices").size() == 50);
    CHECK(page.at("more_to_follow") == false);
    for (const auto& device : page.at("devices")) {
        CHECK_FALSE(device.contains("op_type"));
        CHECK_FALSE(device.contains("op_date"));
    }

    const std::string cursor = page.at("cursor");
    CHECK(said(devices.post("/server/devices", {{"cursor", cursor}})) == "400 EXHAUSTED_CURSOR");
    CHECK(devices.page("/devices/sync", {{"cursor", cursor}}).at("devices").empty());
    devices.devices().change(devices.errand, {.count = 2, .skip = 3}, "lent");
    devices.devices().remove(devices.errand, {.count = 1});
    page = devices.page("/devices/sync", {{"cursor", cursor}});
    CHECK(serials(page) == std::vector{serial_number({1, 3}), serial_number({1, 4}), serial_number({1, 0})});
    CHECK(page.at("devices")[0].at("op_type") == "modified");
    CHECK(page.at("devices")[0].at("op_date") == "2026-06-01T12:00:01Z");
    CHECK(page.at("devices")[0].at("asset_tag") == "lent");
    CHECK(page.at("devices")[2].at("op_type") == "deleted");
    CHECK(page.at("devices")[2].at("op_date") == "2026-06-01T12:00:02Z");
    CHECK(page.at("devices")[2].contains("released_by_replacement"));
}

TEST_CASE("cursors are asked for, judged and age") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 5);
    const std::string half = devices.page("/server/devices", {{"limit", 2}}).at("cursor");
    const std::string done = devices.page("/server/devices", {{"limit", 10}}).at("cursor");
    CHECK(said(devices.post("/devices/sync", json::object())) == "400 CURSOR_REQUIRED");
    CHECK(said(devices.post("/devices/sync", {{"cursor", ""}})) == "400 CURSOR_REQUIRED");
    CHECK(said(devices.post("/devices/sync", {{"cursor", "x"}})) == "400 INVALID_CURSOR");
    CHECK(said(devices.post("/devices/sync", {{"cursor", half}})) == "400 INVALID_CURSOR");
    CHECK(said(devices.post("/server/devices", {{"cursor", "x"}})) == "400 INVALID_CURSOR");
    CHECK(said(devices.post("/server/devices", {{"limit", 1001}})) == "400 MALFORMED_REQUEST_BODY");

    devices.clock.t += days{7};
    devices.open_session();
    CHECK(devices.page("/server/devices", {{"cursor", half}}).at("devices").size() == 3);
    CHECK(devices.page("/devices/sync", {{"cursor", done}}).at("devices").empty());
    devices.clock.t += std::chrono::seconds{1};
    CHECK(said(devices.post("/server/devices", {{"cursor", half}})) == "400 EXPIRED_CURSOR");
    CHECK(said(devices.post("/devices/sync", {{"cursor", done}})) == "400 EXPIRED_CURSOR");
}

TEST_CASE("a cursor is of one service, and of no service of the same name that was made anew") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 5);
    const std::string cursor = devices.page("/server/devices", json::object()).at("cursor");
    devices.portal().remove_server("Acme", "MDM");
    auto portal = devices.portal();
    const auto anew = portal.server_token(devices.request("new.p7m"));
    devices.session = session_in(devices.DepRehearsal::session(*anew));
    CHECK(said(devices.post("/devices/sync", {{"cursor", cursor}})) == "400 INVALID_CURSOR");
    CHECK(devices.page("/server/devices", json::object()).at("devices").empty());
}

TEST_CASE("details are a map, and say what is not with the service") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 3);
    devices.devices().remove(devices.errand, {.count = 1});
    const std::string there = serial_number({1, 1});
    const std::string gone = serial_number({1, 0});
    const json answer = devices.page("/devices", {{"devices", {there, gone, "no \"serial\"", there}}}).at("devices");
    CHECK(answer.size() == 3);
    CHECK(answer.at(there).at("response_status") == "SUCCESS");
    CHECK(answer.at(there).at("serial_number") == there);
    CHECK(answer.at(gone) == json{{"response_status", "NOT_ACCESSIBLE"}});
    CHECK(answer.at("no \"serial\"") == json{{"response_status", "NOT_ACCESSIBLE"}});
    CHECK(said(devices.post("/devices", json::object())) == "400 DEVICE_ID_REQUIRED");
}

TEST_CASE("a device has what the client's version of the protocol knows") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 300);
    const auto members = [&](const std::string& version) {
        std::set<std::string> names;
        for (const json& page = json::parse(devices.post("/server/devices", {{"limit", 1000}}, version).body);
             const auto& device : page.at("devices"))
            for (const auto& [name, value] : device.items())
                names.insert(name);
        return names;
    };
    const auto oldest = members("1");
    CHECK(oldest == std::set<std::string>{"serial_number", "model", "description", "color", "asset_tag",
                                          "profile_status", "profile_uuid", "profile_assign_time", "profile_push_time",
                                          "device_assigned_by", "device_assigned_date"});
    CHECK(members("7").size() == oldest.size() + 2);
    CHECK(members("8").contains("mdm_migration_deadline"));
    CHECK_FALSE(members("9").contains("wifi_mac_address"));
    for (const char* name : {"imei", "meid", "eid", "wifi_mac_address", "bluetooth_mac_address", "ethernet_mac_address",
                             "is_replacement_device"})
        CHECK(members("10").contains(name));
}

TEST_CASE("devices come, change, move and go, each operation dated behind the one before") {
    Devices devices;
    CHECK(devices.devices().add_new(devices.errand, 1, 5).total == 5);
    CHECK(devices.devices().add_new(devices.errand, 1, 5).total == 10);
    const std::string serial = serial_number({1, 7});
    CHECK(devices.devices().remove(devices.errand, {.serials = {serial, serial}}).devices == 1);
    CHECK(code_of([&] { return devices.devices().remove(devices.errand, {.serials = {serial}}).total; }) ==
          "no_such_device");
    CHECK(code_of([&] {
              return devices.devices().add_again(devices.errand, {serial_number({1, 10})}).total;
          }) == "no_such_device");
    CHECK(code_of([&] {
              return devices.devices().add_again(devices.errand, {serial_number({1, 1})}).total;
          }) == "no_such_device");
    CHECK(devices.devices().add_again(devices.errand, {serial}).total == 10);
    CHECK(code_of([&] { return devices.devices().change(devices.errand, {.count = 10, .skip = 1}, "x").total; }) ==
          "no_such_device");
    CHECK(devices.devices(Visit::look).remove(devices.errand, {.count = 4}).total == 6);
    {
        auto request = devices.request("other.p7m");
        request.server = "Other";
        devices.portal().server_token(request);
    }
    const auto moved = devices.devices().move(devices.errand, {.count = 2, .skip = 1}, "Other");
    CHECK((moved.devices == 2 && moved.total == 2 && moved.server.service.name == "Other"));
    CHECK(code_of([&] { return devices.devices().move(devices.errand, {.count = 1}, "MDM").total; }) == "bad_usage");
    CHECK(code_of([&] { return devices.devices().add_new({"Acme", "None"}, 1, 1).total; }) == "no_such_server");

    auto portal = devices.devices(Visit::look);
    auto next = portal.list("Acme", "MDM");
    std::vector<std::string> dates;
    while (const auto device = next())
        dates.push_back(to_rfc3339(device->assigned).substr(14, 5));
    CHECK(dates == std::vector<std::string>{"00:00", "00:00", "00:00", "00:01", "00:01", "00:01", "00:01", "00:03"});
}

TEST_CASE("records can be dated, and can be missing") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 2);
    const std::string cursor = devices.page("/server/devices", json::object()).at("cursor");
    DeviceErrand errand = devices.errand;
    errand.date = at("2026-01-01T00:00:00Z");
    devices.devices().change(errand, {.count = 1}, "late");
    errand.has_records = false;
    devices.devices().remove(errand, {.count = 1, .skip = 1});
    const json page = devices.page("/devices/sync", {{"cursor", cursor}});
    REQUIRE(page.at("devices").size() == 1);
    CHECK(page.at("devices")[0].at("op_date") == "2026-01-01T00:00:00Z");
    CHECK(devices.page("/server/devices", json::object()).at("devices").size() == 1);
}

TEST_CASE("a throttled device comes back into the stream when the rehearsal's clock says so") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 2);
    std::string cursor = devices.page("/server/devices", json::object()).at("cursor");
    devices.devices().throttle(devices.errand, {.count = 1});
    devices.devices().change(devices.errand, {.count = 2}, "x");
    const auto sync = [&] {
        devices.open_session();
        const json page = devices.page("/devices/sync", {{"cursor", cursor}});
        cursor = page.at("cursor");
        return serials(page);
    };
    CHECK(sync() == std::vector{serial_number({1, 1})});
    devices.clock.t += hours{24};
    CHECK(sync().empty());
    devices.clock.t += std::chrono::seconds{1};
    CHECK(sync() == std::vector{serial_number({1, 0})});
    CHECK(sync().empty());
}

TEST_CASE("a cursor that never ends, in each of its ways, is made of a right page") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 10);
    const FaultFile faults(devices.folder.path());
    const auto next = [&](const json& page) {
        return devices.page("/server/devices", {{"cursor", page.at("cursor")}, {"limit", 4}});
    };
    const json first = devices.page("/server/devices", {{"limit", 4}});
    faults.add({parse_fault("dep:same-cursor/2")});
    const json same = next(first);
    CHECK(same.at("cursor") == first.at("cursor"));
    CHECK(serials(same).front() == serial_number({1, 4}));
    CHECK(next(same) == same);

    faults.add({parse_fault("dep:cursor-cycle/3")});
    const json one = next(first);
    const json two = next(one);
    CHECK(one.at("cursor") != first.at("cursor"));
    CHECK(two.at("cursor") == first.at("cursor"));
    CHECK(next(two).at("cursor") == one.at("cursor"));

    faults.add({parse_fault("dep:empty-page/2")});
    const json empty = next(first);
    CHECK(empty.at("devices").empty());
    CHECK(empty.at("more_to_follow") == true);
    const json again = next(empty);
    CHECK(again.at("cursor") != empty.at("cursor"));
    CHECK(serials(next(again)) == serials(next(first)));
}

TEST_CASE("a body is halved, broken, or larger than anybody reads, and told to be slow") {
    Devices devices;
    devices.devices().add_new(devices.errand, 1, 10);
    const FaultFile faults(devices.folder.path());
    const std::string whole = devices.post("/server/devices", json::object()).body;
    const auto with = [&](const std::string& fault) {
        faults.clear();
        faults.add({parse_fault(fault)});
        return devices.post("/server/devices", json::object());
    };
    CHECK(with("dep:half").body == whole.substr(0, whole.size() / 2));
    std::string broken = whole;
    broken[broken.size() / 2] = '\xff';
    CHECK(with("dep:byte").body == broken);
    broken[broken.size() / 2] = '\0';
    CHECK(with("dep:byte=00").body == broken);
    CHECK(with("dep:large=20").body.size() > 20U << 20U);
    CHECK(with("dep:trickle=3s").spread == std::chrono::seconds{3});
    CHECK(with("dep:reset").delivery == HttpAnswer::Delivery::reset);
    CHECK(with("dep:half@/server/devices#2").body == whole);
    CHECK(devices.post("/server/devices", json::object()).body.size() == whole.size() / 2);
}
