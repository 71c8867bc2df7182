// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet_log.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"

#include <stdexcept>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;

TEST_CASE("an operation is read, and written as it was read") {
    const std::string line = GENERATE(
        R"({"at":"2026-06-01T12:00:00Z","do":"assign","server":"9D","devices":[[1,0,1000000]],"by":"a@example.org"})",
        R"({"at":"2026-06-01T12:00:00Z","do":"unassign","server":"9D","devices":[[1,0,1],[2,5,7]],"records":false})",
        R"({"at":"2026-06-01T12:00:00Z","do":"change","server":"9D","devices":[[1,0,1]],"asset_tag":"it's \"mine\""})",
        R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[[1,0,1]]})");
    CHECK(to_line(read_operation(line)) == line);
}

TEST_CASE("what is no operation is refused") {
    const std::string line =
        GENERATE("", "{}", "[]", "{", R"({"at":"today","do":"throttle","server":"9D","devices":[]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"sell","server":"9D","devices":[]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"assign","server":"9D","devices":[]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":1,"devices":[]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[[1,2]]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[[1,-2,3]]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[[1,0.5,3]]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[[4294967297,0,3]]})",
                 R"({"at":"2026-06-01T12:00:00Z","do":"throttle","server":"9D","devices":[1]})");
    CHECK_THROWS_AS(read_operation(line), std::invalid_argument);
}

TEST_CASE("what one has written down another reads, as soon as it is there") {
    const Folder folder;
    FleetLog service(folder.path());
    CHECK(service.read().events() == 0);
    FleetLog command(folder.path());
    const Time now = at("2026-06-01T12:00:00Z");
    command.append({{.kind = FleetOperation::Kind::assign, .at = now, .server = "A", .devices = {{1, 0, 10}}}});
    CHECK(service.read().size("A") == 10);
    command.append({{.kind = FleetOperation::Kind::unassign, .at = now, .server = "A", .devices = {{1, 0, 1}}},
                    {.kind = FleetOperation::Kind::assign, .at = now, .server = "B", .devices = {{1, 0, 1}}}});
    CHECK(service.read().size("A") == 9);
    CHECK(service.read().size("B") == 1);
    CHECK(FleetLog(folder.path()).read().events() == 3);
}

TEST_CASE("a log with a line that is none, or that could not be, is damaged") {
    const Folder folder;
    const std::string line = R"({"at":"2026-06-01T12:00:00Z","do":"assign","server":"9D","devices":[[1,0,1]],"by":""})";
    folder.write("devices.jsonl", line + "\n" + line + "\n");
    FleetLog log(folder.path());
    CHECK(code_of([&] { return log.read().events(); }) == "damaged_state");
    CHECK(message_of([&] { return log.read().events(); }).ends_with("is damaged in line 2"));
    folder.write("devices.jsonl", line + "\nboo\n");
    CHECK(code_of([&] { return log.read().events(); }) == "damaged_state");
    folder.write("devices.jsonl", line + "\n");
    CHECK(log.read().events() == 1);
}
