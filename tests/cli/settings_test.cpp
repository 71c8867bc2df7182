// SPDX-License-Identifier: Apache-2.0
#include "cli/settings.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "fakes/temporary_folder.hpp"

#include <functional>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace mdm;
using namespace mdm::cli;

class Home {
public:
    explicit Home(std::string_view config = "") {
        make_private_folder(folder_.path() + "/mdmctl");
        if (!config.empty())
            write_file(file(), config, Privacy::secret);
    }

    std::string file() const { return folder_.path() + "/mdmctl/config.toml"; }

    Environment environment(Environment more = {}) const {
        more.emplace("XDG_CONFIG_HOME", folder_.path());
        return more;
    }

private:
    TemporaryFolder folder_;
};

std::string refusal(const Environment& environment) {
    try {
        starting_settings(environment);
    } catch (const Error& e) {
        return std::string(name(e.code())) + ": " + e.message();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("the environment stands above the file, and the file above the default") {
    const Home home{"tenant = \"acme\"\noutput = \"json\"\nno_input = true\n"};

    const Settings settings = starting_settings(home.environment({{"MDMCTL_TENANT", "globex"}})).settings;

    CHECK(settings.tenant == "globex");
    CHECK(settings.output == Output::json);
    CHECK(settings.no_input);
    CHECK(starting_settings({}).settings.output == Output::table);
}

TEST_CASE("a file that is not there or empty says nothing") {
    const Home none;
    CHECK(starting_settings(none.environment()).settings.tenant.empty());
    const Home empty;
    write_file(empty.file(), "", Privacy::open);
    CHECK(refusal(empty.environment()) == "accepted");
}

TEST_CASE("a name may have any letters, in quotes or a comment") {
    const Home home{"\xEF\xBB\xBF# für Zoë\ntenant = 'Zoë ~41 \"\\' # é\nstore = \"\\\"é\\\\\"\n"};

    CHECK(starting_settings(home.environment()).settings.tenant == "Zoë ~41 \"\\");
    CHECK(starting_settings(home.environment()).settings.store == "\"é\\");
}

TEST_CASE("an unknown key is a warning with its line") {
    const Home home{"# mine\ntenent = \"acme\"\n[dep]\nurl = \"x\"\n"};

    CHECK(
        starting_settings(home.environment()).warnings ==
        std::vector<std::string>{"'" + home.file() + "', line 2: there is no setting 'tenent'; did you mean 'tenant'?",
                                 "'" + home.file() + "', line 3: there is no setting 'dep'"});
}

TEST_CASE("a wrong value is refused with file and line") {
    const auto refused = [](std::string_view text) {
        const Home home{text};
        std::string message = refusal(home.environment());
        const auto at = message.find(home.file());
        return at == std::string::npos ? message : message.replace(at, home.file().size(), "FILE");
    };

    CHECK(refused("\ntenant = 3\n") == "bad_setting: 'FILE', line 2: 'tenant' must be a text in quotes");
    CHECK(refused("no_input = \"yes\"\n") == "bad_setting: 'FILE', line 1: 'no_input' must be true or false");
    CHECK(refused("output = \"xml\"\n") ==
          "bad_setting: 'FILE', line 1: 'xml' is no output: table, json, jsonl or csv");
    CHECK(refused("tenant = \n").starts_with("bad_setting: 'FILE', line 1: "));
    CHECK(refused("tenant = é\n").starts_with("bad_setting: 'FILE', line 1: "));
    CHECK(refused("\ntenant = \"\xff\"\n") == "bad_setting: 'FILE', line 2: this is no UTF-8");
    CHECK(refused("[#").starts_with("bad_setting: 'FILE'"));  // an assertion of toml++
    CHECK(refused("tenant = \"a\"\ntenant = \"b\"\n").starts_with("bad_setting: 'FILE', line 2"));
}

TEST_CASE("a file that others can change is refused") {
    const Home home{"tenant = \"acme\"\n"};
    ::chmod(home.file().c_str(), 0666);

    CHECK(refusal(home.environment()) == "others_can_write: other users can change '" + home.file() + "'");
}

TEST_CASE("whatever else keeps the file from being read is a bad setting, at once") {
    const Home large{std::string(100'000, '#')};
    CHECK(refusal(large.environment()) == "bad_setting: the configuration file cannot be used: '" + large.file() +
                                              "' is larger than 64 KiB, the limit for this kind of file");
    const auto refused = [](const std::function<void(const char*)>& make) {
        const Home home;
        make(home.file().c_str());
        return refusal(home.environment());
    };
    for (const auto& make : std::vector<std::function<void(const char*)>>{
             [](const char* path) { ::mkfifo(path, 0600); },
             [](const char* path) { ::mkdir(path, 0700); },
             [](const char* path) { ::symlink("/dev/zero", path); },
         })
        CHECK(refused(make).starts_with("bad_setting: the configuration file '"));
}

TEST_CASE("a variable is named where it is wrong, and nothing where it is empty") {
    CHECK(refusal({{"MDMCTL_OUTPUT", "xml"}}) ==
          "bad_setting: MDMCTL_OUTPUT: 'xml' is no output: table, json, jsonl or csv");
    CHECK(refusal({{"MDMCTL_NO_INPUT", "maybe"}}) == "bad_setting: MDMCTL_NO_INPUT: 'maybe' is neither 1 nor 0");

    const char* const variables[] = {"MDMCTL_OUTPUT=", "MDMCTL_TENANT=a=b", "LANG=C", "HOME=/h", nullptr};
    CHECK(environment_of(variables) == Environment{{"MDMCTL_TENANT", "a=b"}, {"HOME", "/h"}});
}

TEST_CASE("the sandbox lies in the state folder unless a variable moves it") {
    CHECK(starting_settings({{"HOME", "/h"}}).settings.sandbox_dir == "/h/.local/state/mdmctl/sandbox");
    CHECK(starting_settings({{"HOME", "/h"}, {"XDG_STATE_HOME", "/s"}}).settings.sandbox_dir == "/s/mdmctl/sandbox");
    CHECK(starting_settings({{"HOME", "/h"}, {"XDG_STATE_HOME", "relative"}}).settings.sandbox_dir ==
          "/h/.local/state/mdmctl/sandbox");
    CHECK(starting_settings({{"HOME", "relative"}}).settings.sandbox_dir.empty());
    CHECK(starting_settings({{"MDMCTL_SANDBOX_DIR", "/x"}}).settings.sandbox_dir == "/x");
}

TEST_CASE("a moved clock or endpoint is noticed, but not in a rehearsal") {
    const TemporaryFolder folder;
    const Environment moved{{"MDMCTL_NOW", "2027-01-07"},
                            {"MDMCTL_DEP_URL", "https://user:secret@127.0.0.1:8443/path?token=x"},
                            {"MDMCTL_SANDBOX_DIR", folder.path()}};
    const auto notices = [&] { return notices_of(moved, starting_settings(moved).settings); };

    CHECK(notices() == std::vector<std::string>{"MDMCTL_DEP_URL sends requests to https://127.0.0.1:8443",
                                                "MDMCTL_NOW moves the clock to 2027-01-07"});
    write_file(folder.path() + "/rehearsal", "x", Privacy::open);
    CHECK(notices().empty());
}

TEST_CASE("the file of the clock is known, where it is one") {
    CHECK(starting_settings({{"MDMCTL_NOW", "@/r/clock"}}).settings.clock_file == "/r/clock");
    CHECK(starting_settings({{"MDMCTL_NOW", "2027-01-07"}}).settings.clock_file.empty());
    CHECK(starting_settings({}).settings.clock_file.empty());
}

TEST_CASE("the clock is what MDMCTL_NOW says, a file each time anew") {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/clock";
    write_file(file, "2027-01-07T04:04:46Z\n", Privacy::open);
    const auto clock = clock_of({{"MDMCTL_NOW", "@" + file}});

    CHECK(to_rfc3339(clock->now()) == "2027-01-07T04:04:46Z");
    write_file(file, "2028-01-07T04:04:46Z", Privacy::open);
    CHECK(to_rfc3339(clock->now()) == "2028-01-07T04:04:46Z");
    write_file(file, "later", Privacy::open);
    CHECK_THROWS_WITH(clock->now(), "the clock file '" + file + "' holds 'later', no time");
    CHECK_THROWS_WITH(clock_of({{"MDMCTL_NOW", "@/no/such"}})->now(), "MDMCTL_NOW: '/no/such' does not exist");

    CHECK(to_rfc3339(clock_of({{"MDMCTL_NOW", "2027-01-07"}})->now()) == "2027-01-07T00:00:00Z");
    CHECK_THROWS_WITH(clock_of({{"MDMCTL_NOW", "yesterday"}}), "MDMCTL_NOW: 'yesterday' is no time");
}
