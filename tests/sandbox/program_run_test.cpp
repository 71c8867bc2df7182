// SPDX-License-Identifier: Apache-2.0
#include "sandbox/program_run.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"

#include <csignal>
#include <filesystem>

namespace {

using namespace mdm;
using namespace mdm::sandbox;
using fakes::code_of;

Ended ended(const std::string& script, std::vector<std::string> environment = {}) {
    return run_program({.words = {"/bin/sh", "-c", script}, .environment = std::move(environment)});
}

/// Blocks a signal while it lives, as who cleans up afterwards does; what came is taken back at the end.
class Held {
public:
    explicit Held(int number) {
        ::sigemptyset(&set_);
        ::sigaddset(&set_, number);
        ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() {
        while (is_pending()) {
            int taken = 0;
            ::sigwait(&set_, &taken);
        }
        ::pthread_sigmask(SIG_UNBLOCK, &set_, nullptr);
    }

    static bool is_pending() {
        sigset_t pending;
        ::sigpending(&pending);
        return ::sigismember(&pending, SIGTERM) == 1;
    }

private:
    sigset_t set_{};
};

}  // namespace

TEST_CASE("a program's end is told as it came to it") {
    CHECK(ended("exit 0").status() == 0);
    CHECK(ended("exit 7").status() == 7);
    const Ended killed = ended("kill -9 $$");
    CHECK(killed.signal == SIGKILL);
    CHECK(killed.status() == 137);
}

TEST_CASE("a program has the environment that it was given, and no other") {
    CHECK(ended("test \"$GIVEN\" = yes", {"GIVEN=yes"}).status() == 0);
    CHECK(ended("test -z \"$HOME\"").status() == 0);
}

TEST_CASE("what is not there and what cannot be run are told apart") {
    const fakes::Folder folder;
    folder.write("data", "no program");
    folder.write("script", "#!/no/such/interpreter\n");
    std::filesystem::permissions(folder.path("script"), std::filesystem::perms::owner_all);
    const auto code = [](const std::string& program) {
        return code_of([&] { return run_program({.words = {program}, .environment = {}}); });
    };

    CHECK(code("no-such-program-anywhere") == "program_not_found");
    CHECK(code(folder.path("none")) == "program_not_found");
    CHECK(code(folder.path("data")) == "program_not_runnable");
    CHECK(code(folder.path("script")) == "program_not_runnable");
    CHECK(code(folder.path()) == "program_not_runnable");
}

TEST_CASE("a signal that is sent to the caller is passed on, and the caller lives on") {
    // The program asks its parent to be ended, and hears of it.
    CHECK(ended("trap 'exit 42' TERM; kill -TERM $PPID; while :; do sleep 0.01; done").status() == 42);
    CHECK(ended("kill -HUP $PPID; exec sleep 60").signal == SIGHUP);
}

TEST_CASE("a signal that waits already ends the program before it began, and goes on waiting") {
    const fakes::Folder folder;
    const Held held{SIGTERM};
    ::kill(::getpid(), SIGTERM);

    const Ended never = ended("touch '" + folder.path("begun") + "'");

    CHECK(never.signal == SIGTERM);
    CHECK_FALSE(std::filesystem::exists(folder.path("begun")));
    CHECK(Held::is_pending());
}

TEST_CASE("a signal that is ignored ends nothing, waiting or not") {
    const auto before = std::signal(SIGTERM, SIG_IGN);
    {
        const Held held{SIGTERM};
        ::kill(::getpid(), SIGTERM);
        CHECK(ended("kill -TERM $$; exit 3").status() == 3);
    }
    CHECK(std::signal(SIGTERM, before) == SIG_IGN);
}

TEST_CASE("a caller that ignores its children's ends still learns of this one") {
    const auto before = std::signal(SIGCHLD, SIG_IGN);
    CHECK(ended("exit 3").status() == 3);
    CHECK(std::signal(SIGCHLD, before) == SIG_IGN);
}
