// SPDX-License-Identifier: Apache-2.0
// compare ROUNDS COMMAND... -- COMMAND...: the median wall-clock time of the two, in microseconds, on one line.
// Their runs alternate, and so does who is first, so that a machine that grows busy is busy for both.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <vector>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

struct Contestant {
    std::vector<char*> command;  // ends with a null pointer, as posix_spawn wants it
    std::vector<double> times;
};

[[noreturn]] void fail(const std::string& what) {
    std::fprintf(stderr, "compare: %s\n", what.c_str());
    std::exit(1);
}

double run_once(Contestant& contestant, const posix_spawn_file_actions_t& quiet) {
    char** command = contestant.command.data();
    pid_t pid = 0;
    const auto begin = Clock::now();
    if (posix_spawnp(&pid, command[0], &quiet, nullptr, command, environ) != 0)
        fail(std::string("cannot run ") + command[0]);
    int status = 0;
    if (waitpid(pid, &status, 0) != pid)
        fail("cannot wait");
    const std::chrono::duration<double, std::micro> took = Clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(std::string(command[0]) + " failed, so its time means nothing");
    return took.count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

int main(int argc, char** argv) {
    Contestant contestants[2];
    std::size_t which = 0;
    for (int i = 2; i < argc; ++i) {
        if (std::strcmp(argv[i], "--") == 0 && which == 0)
            which = 1;
        else
            contestants[which].command.push_back(argv[i]);
    }
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
    if (rounds < 1 || contestants[0].command.empty() || contestants[1].command.empty())
        fail("usage: compare ROUNDS COMMAND... -- COMMAND...");
    for (auto& contestant : contestants)
        contestant.command.push_back(nullptr);

    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

    constexpr int warm_up = 5;
    for (int round = -warm_up; round < rounds; ++round) {
        const std::size_t first = round % 2 == 0 ? 0 : 1;
        for (const std::size_t i : {first, 1 - first}) {
            const double took = run_once(contestants[i], quiet);
            if (round >= 0)
                contestants[i].times.push_back(took);
        }
    }
    std::printf("%.1f %.1f\n", median(contestants[0].times), median(contestants[1].times));
}
