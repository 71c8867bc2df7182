// SPDX-License-Identifier: Apache-2.0
#include "sandbox/program_run.hpp"

#include "base/error.hpp"
#include "base/files.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <initializer_list>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace mdm::sandbox {
namespace {

constexpr std::initializer_list<int> passed_on{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

sigset_t set_of(std::initializer_list<int> numbers) {
    sigset_t set;
    ::sigemptyset(&set);
    for (const int number : numbers)
        ::sigaddset(&set, number);
    return set;
}

extern "C" void do_nothing(int) {}

/// As nohup(1) has it, and a shell without job control for what runs in the background: a blocked one waits all the
/// same.
bool is_ignored(int number) {
    struct sigaction action {};
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// While it lives, the signals wait to be asked for, in turn with the program's end. No handler, so no global state.
class AwaitedSignals {
public:
    AwaitedSignals() : awaited_(set_of(passed_on)) {
        ::sigaddset(&awaited_, SIGCHLD);
        ::pthread_sigmask(SIG_BLOCK, &awaited_, &before_);
        // Where it is ignored, a child that ended leaves nothing to be asked after; by default, some systems drop it.
        struct sigaction kept {};
        kept.sa_handler = do_nothing;
        kept.sa_flags = SA_NOCLDSTOP | SA_RESTART;
        ::sigaction(SIGCHLD, &kept, &child_before_);
    }
    AwaitedSignals(const AwaitedSignals&) = delete;
    AwaitedSignals& operator=(const AwaitedSignals&) = delete;
    ~AwaitedSignals() {
        ::sigaction(SIGCHLD, &child_before_, nullptr);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

    /// One that came before there was anybody to pass it on to.
    static std::optional<int> pending() {
        sigset_t set;
        ::sigpending(&set);
        for (const int number : passed_on)
            if (::sigismember(&set, number) == 1 && !is_ignored(number))
                return number;
        return std::nullopt;
    }

    /// The next signal that a process sent; a key of the terminal reached the program as well and gives nothing.
    std::optional<int> next() const {
#ifdef __APPLE__
        int number = 0;
        if (::sigwait(&awaited_, &number) != 0 || ((number == SIGINT || number == SIGQUIT) && ::isatty(STDIN_FILENO)))
            return std::nullopt;
        return number;
#else
        siginfo_t from{};
        const int number = ::sigwaitinfo(&awaited_, &from);
        return number > 0 && (from.si_code <= 0 || number == SIGCHLD) ? std::optional(number) : std::nullopt;
#endif
    }

private:
    sigset_t awaited_;
    sigset_t before_{};
    struct sigaction child_before_ {};
};

/// posix_spawn's two lists, freed.
class SpawnPlan {
public:
    explicit SpawnPlan(const ProgramRun& run) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawnattr_init(&attributes_);
        if (!run.shows_output)
            ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        if (!run.shows_errors)
            ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        // The program's own signals are not to wait.
        sigset_t mask;
        ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
        for (const int number : passed_on)
            ::sigdelset(&mask, number);
        ::sigdelset(&mask, SIGCHLD);
        ::posix_spawnattr_setsigmask(&attributes_, &mask);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&files_);
    }

    const posix_spawn_file_actions_t* files() const { return &files_; }
    const posix_spawnattr_t* attributes() const { return &attributes_; }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

/// argv or envp; nothing writes through it, its type is older than const.
std::vector<char*> pointers_to(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (const std::string& word : words)
        pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

pid_t start(const ProgramRun& run) {
    const SpawnPlan plan{run};
    const std::string& program = run.words.front();
    pid_t pid = -1;
    const int failed = ::posix_spawnp(&pid, program.c_str(), plan.files(), plan.attributes(),
                                      pointers_to(run.words).data(), pointers_to(run.environment).data());
    if (failed == 0)
        return pid;
    // A script that is there, and whose interpreter is not, is ENOENT as well.
    if (failed == ENOENT && (program.find('/') == std::string::npos || !identity_of(program)))
        throw Error{ErrorCode::program_not_found, fmt::format("there is no program '{}'", program)};
    throw Error{ErrorCode::program_not_runnable,
                fmt::format("cannot run '{}': {}", program, std::generic_category().message(failed))};
}

/// nullopt: it is still running.
std::optional<Ended> end_of(pid_t pid) {
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(pid, &status, WNOHANG)) < 0 && errno == EINTR) {
    }
    if (ended == 0)
        return std::nullopt;
    if (ended < 0)
        throw Error{ErrorCode::internal_error, "a program that was started cannot be waited for"};
    return WIFSIGNALED(status) ? Ended{0, WTERMSIG(status)} : Ended{WEXITSTATUS(status), 0};
}

}  // namespace

int Ended::status() const noexcept {
    constexpr int killed = 128;
    return signal == 0 ? exit : killed + signal;
}

Ended run_program(const ProgramRun& run) {
    const AwaitedSignals signals;
    if (const auto number = AwaitedSignals::pending())
        return {0, *number};
    const pid_t pid = start(run);
    for (;;) {
        const auto number = signals.next();
        if (number && *number != SIGCHLD)
            ::kill(pid, *number);
        if (const auto ended = end_of(pid))
            return *ended;
    }
}

}  // namespace mdm::sandbox
