// SPDX-License-Identifier: Apache-2.0
#include "base/hook.hpp"

#include "catch.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace mdm;

TEST_CASE("a hook gets its input and its variables, and says how it ended") {
    const HookEnded ended =
        run_hook({.command = "cat; echo $EVENT; exit 3", .variables = {{"EVENT", "due"}}, .input = "item\n"});
    CHECK(ended.exit == 3);
    CHECK(ended.said == "item\ndue\n");
    CHECK_FALSE(ended.went_well());
    ::setenv("EVENT", "another", 1);
    CHECK(run_hook({.command = "env | grep ^EVENT=", .variables = {{"EVENT", "due"}}}).said == "EVENT=due\n");
    ::unsetenv("EVENT");
    CHECK(run_hook({.command = "true"}).went_well());
    CHECK(run_hook({.command = "kill -9 $$"}).signal == 9);
    CHECK(run_hook({.command = "/no/such/program"}).exit == 127);
}

TEST_CASE("a hook that does not read harms nobody, and neither does one that writes a lot") {
    const std::string much(1 << 20, 'x');
    CHECK(run_hook({.command = "true", .input = much}).went_well());
    CHECK(run_hook({.command = "exec <&-; sleep 0.1", .input = much}).went_well());
    const HookEnded ended = run_hook({.command = "cat; echo end", .input = much});
    CHECK(ended.went_well());
    CHECK(ended.said.size() <= 8192);
    CHECK(ended.said.ends_with("xend\n"));
}

TEST_CASE("a hook that takes too long is ended with all that it started") {
    const auto began = std::chrono::steady_clock::now();
    const HookEnded ended = run_hook({.command = "sleep 30 & sleep 30", .time_limit = std::chrono::milliseconds(200)});
    CHECK(ended.timed_out);
    CHECK_FALSE(ended.went_well());
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
}

TEST_CASE("what a hook leaves in the background is not waited for") {
    const auto began = std::chrono::steady_clock::now();
    CHECK(run_hook({.command = "sleep 5 & echo started"}).said == "started\n");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(4));
}

TEST_CASE("a hook learns no secret of ours from its environment") {
    ::setenv("MDMCTL_STORE_KEY_FILE", "/k", 1);
    ::setenv("MDMCTL_STORE", "postgresql://jo:secret@db.example/mdm", 1);
    ::setenv("MDMCTL_ACTOR", "jo", 1);
    ::setenv("CREDENTIALS_DIRECTORY", "/run/c", 1);
    CHECK(run_hook({.command = "env | grep -E '^(MDMCTL_|CREDENTIALS)'"}).said == "MDMCTL_ACTOR=jo\n");
    for (const char* url : {"postgresql://db/mdm?user=jo&password=x", "postgresql://db/mdm?passfile=/p",
                            "postgresql://db/mdm?sslkey=/k", "postgresql://jo:x@db/mdm"}) {
        ::setenv("MDMCTL_STORE", url, 1);
        CAPTURE(url);
        CHECK(run_hook({.command = "echo ${MDMCTL_STORE-none}"}).said == "none\n");
    }
    ::setenv("MDMCTL_STORE", "/var/lib/mdmctl.db", 1);
    CHECK(run_hook({.command = "echo $MDMCTL_STORE"}).said == "/var/lib/mdmctl.db\n");
    for (const char* name : {"MDMCTL_STORE_KEY_FILE", "MDMCTL_STORE", "MDMCTL_ACTOR", "CREDENTIALS_DIRECTORY"})
        ::unsetenv(name);
}

TEST_CASE("a hook has no file of ours open, and learns how its own children end") {
    const int left_open = ::open("/dev/null", O_RDONLY);
    CHECK(run_hook({.command = "ls /proc/self/fd 2>/dev/null | tr '\\n' ' '"}).said.size() <=
          8);  // 0 1 2, and ls's own
    ::close(left_open);
    std::signal(SIGCHLD, SIG_DFL);
    CHECK(run_hook({.command = "sh -c 'exit 5'; echo $?"}).said == "5\n");
}
