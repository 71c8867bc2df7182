// SPDX-License-Identifier: Apache-2.0
#include "sandbox/rehearsal.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"

#include <filesystem>

namespace {

using namespace mdm;
using namespace mdm::sandbox;
using fakes::code_of;

constexpr Time new_year{std::chrono::sys_days{std::chrono::year{2027} / 1 / 1}};

std::string moved(std::string_view text) { return to_rfc3339(moved_clock(new_year, text)); }

bool is_there(const std::string& path) { return std::filesystem::exists(path); }

}  // namespace

TEST_CASE("a step moves the clock forward, a time to wherever it says") {
    CHECK(moved("+365d") == "2028-01-01T00:00:00Z");
    CHECK(moved("+1s") == "2027-01-01T00:00:01Z");
    CHECK(moved("2027-06-01") == "2027-06-01T00:00:00Z");
    CHECK(moved("2026-06-01T01:00:00+01:00") == "2026-06-01T00:00:00Z");
}

TEST_CASE("the clock takes neither what is no time, nor one that could not be read again") {
    for (const char* text : {"", "+", "365d", "-365d", "+-1d", "tomorrow", "+999999999w", "9999-12-31T23:59:59-00:01",
                             "0000-01-01T00:00:00+00:01"})
        CHECK(code_of([&] { return moved_clock(new_year, text); }) == "bad_usage");
    CHECK(moved("9999-12-31T23:59:59Z") == "9999-12-31T23:59:59Z");
}

TEST_CASE("the real world is kept out of a rehearsal") {
    const auto environment = rehearsal_environment(
        {"PATH=/bin", "HOME=/h", "MDMCTL_STORE=postgresql://real/mdm", "MDMCTL_STORE_KEY_FILE=/real",
         "MDMCTL_TENANT=acme", "MDMCTL_DEP_URL=https://real", "MDMCTL_CA_FILE=/ca", "MDMCTL_NOT_KNOWN_YET=x",
         "MDMCTL_OUTPUT=json", "MDMCTL_NO_INPUT=1", "MDMCTL_ACTOR=jo", "CREDENTIALS_DIRECTORY=/run/credentials",
         "MDMCTL_NOW=2020-01-01", "MDMCTL_SANDBOX_DIR=/outer", "XDG_CONFIG_HOME=/c", "XDG_STATE_HOME=/s",
         "XDG_CACHE_HOME=/cache"},
        "/r");

    CHECK(environment == std::vector<std::string>{"PATH=/bin", "HOME=/h", "MDMCTL_OUTPUT=json", "MDMCTL_NO_INPUT=1",
                                                  "MDMCTL_ACTOR=jo", "XDG_CACHE_HOME=/cache", "MDMCTL_SANDBOX_DIR=/r",
                                                  "MDMCTL_NOW=@/r/clock", "XDG_CONFIG_HOME=/r/config",
                                                  "XDG_STATE_HOME=/r/state", "MDMCTL_STORE=/r/state/mdmctl/mdmctl.db"});
}

TEST_CASE("a passing rehearsal has a private folder, and takes it along") {
    const fakes::Folder ground;
    std::string folder;
    {
        const Rehearsal rehearsal = Rehearsal::passing(ground.path(), new_year);
        folder = rehearsal.folder();
        CHECK(std::filesystem::status(folder).permissions() == std::filesystem::perms::owner_all);
        CHECK(is_there(folder + "/rehearsal"));
        CHECK(code_of([&] { return FileLock(folder + "/rehearsal"), 0; }) == "locked");
        write_file(folder + "/more", "x", Privacy::open);
    }
    CHECK_FALSE(is_there(folder));
    CHECK(code_of([&] { return Rehearsal::passing(ground.path("none"), new_year), 0; }) == "cannot_write");
}

TEST_CASE("a kept rehearsal stays, and is taken up again with its clock") {
    const fakes::Folder ground;
    const std::string folder = ground.path("kept/deep");
    {
        Rehearsal first = Rehearsal::kept(folder, new_year);
        CHECK(code_of([&] { return Rehearsal::kept(folder, new_year), 0; }) == "locked");
        CHECK(first.take_down());
    }
    CHECK(ground.read("kept/deep/clock") == "2027-01-01T00:00:00Z\n");
    const Rehearsal again = Rehearsal::kept(folder, new_year + std::chrono::days{7});
    CHECK(ground.read("kept/deep/clock") == "2027-01-01T00:00:00Z\n");
}

TEST_CASE("a rehearsal does not move in with something else") {
    const fakes::Folder ground;
    ground.write("letter", "x");
    CHECK(code_of([&] { return Rehearsal::kept(ground.path(), new_year), 0; }) == "output_exists");
    CHECK_FALSE(is_there(ground.path("clock")));

    CHECK(code_of([&] { return Rehearsal::kept(ground.path("letter"), new_year), 0; }) == "cannot_write");
    // What a run leaves that was killed behind its first step is a rehearsal's.
    std::filesystem::create_directory(ground.path("killed"));
    ground.write("killed/rehearsal", "");
    CHECK(Rehearsal::kept(ground.path("killed"), new_year).is_kept());
}
