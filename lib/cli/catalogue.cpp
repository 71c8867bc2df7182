// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogue.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mdm::cli {
namespace {

constexpr std::size_t declarations_limit = 4U << 20U;
/// A program answers in milliseconds; this is for a machine that swaps.
constexpr std::chrono::seconds declarations_patience{20};

using Clock = std::chrono::steady_clock;

/// A child and the pipe that it writes to. One that was not waited for is killed.
class Child {
public:
    Child(const std::string& program, const std::string& argument) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            throw_failed(program, errno);
        reading_ = ends[0];
        ::fcntl(reading_, F_SETFD, FD_CLOEXEC);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_addclose(&actions, ends[1]);
        std::array<char*, 3> argv{const_cast<char*>(program.c_str()), const_cast<char*>(argument.c_str()), nullptr};
        const int failed = ::posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        if (failed != 0) {
            ::close(reading_);
            throw_failed(program, failed);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        ::close(reading_);
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            wait();
        }
    }

    int reading_end() const { return reading_; }

    bool went_well() {
        const int status = wait();
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    [[noreturn]] static void throw_failed(const std::string& program, int why) {
        throw Error{ErrorCode::internal_error,
                    fmt::format("cannot run '{}': {}", program, std::generic_category().message(why))};
    }

    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return status;
    }

    pid_t pid_ = -1;
    int reading_ = -1;
};

/// False when the deadline came first.
bool wait_for_bytes(int fd, Clock::time_point deadline) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd waiting{fd, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

}  // namespace

std::string output_of(const std::string& program, const std::string& argument, std::size_t limit,
                      std::chrono::milliseconds patience) {
    const auto deadline = Clock::now() + patience;
    Child child{program, argument};
    std::string text;
    std::array<char, 16384> buffer{};
    for (;;) {
        if (!wait_for_bytes(child.reading_end(), deadline))
            throw Error{ErrorCode::internal_error,
                        fmt::format("'{}' did not answer in {} s", program,
                                    std::chrono::ceil<std::chrono::seconds>(patience).count())};
        const ssize_t n = ::read(child.reading_end(), buffer.data(), buffer.size());
        if (n == 0)
            break;
        if (n > 0)
            text.append(buffer.data(), static_cast<std::size_t>(n));
        if (text.size() > limit)
            throw Error{ErrorCode::internal_error, fmt::format("'{}' said more than {} bytes", program, limit)};
    }
    if (!child.went_well())
        throw Error{ErrorCode::internal_error, fmt::format("'{} {}' failed", program, argument)};
    return text;
}

ProgramDescription ask_for_declarations(const ProgramFile& program) {
    return parse_description(output_of(program.path, "--declarations", declarations_limit, declarations_patience));
}

std::vector<ProgramDescription> catalogue_of(const std::string& libexec) {
    std::vector<ProgramDescription> all;
    for (const ProgramFile& program : programs_in(libexec))
        all.push_back(ask_for_declarations(program));
    return all;
}

}  // namespace mdm::cli
