// SPDX-License-Identifier: Apache-2.0
#include "dep/event_file.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"

#include <sys/stat.h>

namespace {

using namespace mdm;
using namespace mdm::dep;

struct Ground {
    fakes::Folder folder;
    std::string path = folder.path("events.jsonl");

    std::string after_opening(const std::string& before) {
        folder.write("events.jsonl", before);
        {
            const EventFile file(path);
            last = file.last_line();
        }
        return folder.read("events.jsonl");
    }
    std::string code(const std::string& before) {
        folder.write("events.jsonl", before);
        const std::string code = fakes::code_of([&] { return EventFile(path).last_line(); });
        CHECK(folder.read("events.jsonl") == before);
        return code;
    }
    std::string last;
};

const std::string one = R"({"event":"added","id":1,"x":"y"})";
const std::string two = R"({"event":"deleted","id":2})";

}  // namespace

TEST_CASE("events are appended to a file, which is made for its owner alone") {
    Ground ground;
    {
        EventFile file(ground.path);
        CHECK(file.last_line().empty());
        CHECK(file.is_file());
        file.append(one + "\n");
        file.append(two + "\n");
    }
    CHECK(ground.folder.read("events.jsonl") == one + "\n" + two + "\n");
    struct stat status {};
    REQUIRE(::stat(ground.path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(EventFile(ground.path).last_line() == two);
}

TEST_CASE("the beginning of a line that a killed run left is taken away, whatever is there of it") {
    Ground ground;
    for (std::size_t cut = 0; cut <= two.size(); ++cut) {
        CHECK(ground.after_opening(one + "\n" + two.substr(0, cut)) == one + "\n");
        CHECK(ground.last == one);
        CHECK(ground.after_opening(two.substr(0, cut)).empty());
        CHECK(ground.last.empty());
    }
    CHECK(ground.after_opening(one + "\n" + two + "\n") == one + "\n" + two + "\n");
    CHECK(ground.last == two);
}

TEST_CASE("a file that holds something else is not touched") {
    Ground ground;
    CHECK(ground.code("my notes\n") == "output_exists");
    CHECK(ground.code("my notes") == "output_exists");
    CHECK(ground.code("{}\n" + one) == "output_exists");
    CHECK(ground.code(one + "\nmy notes") == "output_exists");
    CHECK(ground.code("\n") == "output_exists");
}

TEST_CASE("two runs do not write to one file, and a folder is none") {
    Ground ground;
    const EventFile first(ground.path);
    CHECK(fakes::code_of([&] { return EventFile(ground.path).last_line(); }) == "locked");
    CHECK(fakes::code_of([&] { return EventFile(ground.folder.path()).last_line(); }) == "cannot_write");
}

TEST_CASE("a device is written to as it is") {
    EventFile device("/dev/null");
    CHECK_FALSE(device.is_file());
    device.append(one + "\n");
}
