// SPDX-License-Identifier: Apache-2.0
#include "base/hook.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace mdm {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kept_of_output = 2000;
/// How long the end of a process that closed its output, or never had one, is looked for again.
constexpr std::chrono::milliseconds glance{20};

/// postgresql://user:password@host/, or with password=, passfile=, sslkey= or sslpassword= behind it.
bool is_url_with_secret(std::string_view value) {
    const auto authority = value.find("://");
    if (authority == std::string_view::npos)
        return false;
    constexpr std::array<std::string_view, 3> parameters{"pass", "sslkey=", "secret"};
    const auto at = value.rfind('@');
    return (at != std::string_view::npos && value.substr(0, at).find(':', authority + 3) != std::string_view::npos) ||
           std::any_of(parameters.begin(), parameters.end(),
                       [&](auto parameter) { return value.find(parameter) != std::string_view::npos; });
}

/// A hook may run mdmctl itself, so the rest stays.
bool tells_a_secret(std::string_view variable) {
    const auto equals = variable.find('=');
    const std::string_view name = variable.substr(0, equals);
    if (name == "CREDENTIALS_DIRECTORY")
        return true;
    if (!name.starts_with("MDMCTL_"))
        return false;
    constexpr std::array<std::string_view, 6> words{"KEY", "PASS", "SECRET", "TOKEN_FILE", "CREDENTIAL", "LOGIN"};
    if (std::any_of(words.begin(), words.end(), [&](auto word) { return name.find(word) != std::string_view::npos; }))
        return true;
    const std::string_view value = equals == std::string_view::npos ? "" : variable.substr(equals + 1);
    return is_url_with_secret(value);
}

bool is_set_by(const HookCall& call, std::string_view variable) {
    const std::string_view name = variable.substr(0, variable.find('='));
    return std::any_of(call.variables.begin(), call.variables.end(), [&](const auto& v) { return v.first == name; });
}

std::vector<std::string> environment_for(const HookCall& call) {
    std::vector<std::string> variables;
    for (const char* const* variable = environ; *variable != nullptr; ++variable)
        if (!tells_a_secret(*variable) && !is_set_by(call, *variable))
            variables.emplace_back(*variable);
    for (const auto& [name, value] : call.variables)
        variables.push_back(fmt::format("{}={}", name, value));
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

class Pipe {
public:
    Pipe() {
        if (::pipe(ends_.data()) != 0)
            throw Error{ErrorCode::program_not_runnable, fmt::format("no pipe: {}", std::strerror(errno))};
        for (const int end : ends_)
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_reading();
        close_writing();
    }

    int reading() const noexcept { return ends_[0]; }
    int writing() const noexcept { return ends_[1]; }
    void close_reading() { close(ends_[0]); }
    void close_writing() { close(ends_[1]); }

private:
    static void close(int& end) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
    std::array<int, 2> ends_{-1, -1};
};

/// Writing to who has stopped reading is an error then, and not our end.
class WithoutPipeSignal {
public:
    WithoutPipeSignal() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
    WithoutPipeSignal(const WithoutPipeSignal&) = delete;
    WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
    ~WithoutPipeSignal() { std::signal(SIGPIPE, before_); }

private:
    void (*before_)(int);
};

pid_t start(const HookCall& call, const Pipe& in, const Pipe& out) {
    std::vector<std::string> words{"/bin/sh", "-c", call.command};
    std::vector<std::string> variables = environment_for(call);
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, in.reading(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, out.writing(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, out.writing(), STDERR_FILENO);
    ::posix_spawnattr_init(&attributes);
    sigset_t usual;
    ::sigemptyset(&usual);
    ::posix_spawnattr_setsigmask(&attributes, &usual);
    for (const int number : {SIGPIPE, SIGCHLD, SIGINT, SIGQUIT, SIGHUP, SIGTERM})
        ::sigaddset(&usual, number);
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    // Libraries open sockets that would stay open in the child.
#ifdef __APPLE__
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#elif defined(__GLIBC__)
    ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
#endif
    ::posix_spawnattr_setflags(&attributes, flags);
    pid_t child = -1;
    const int failed = ::posix_spawn(&child, words[0].c_str(), &files, &attributes, pointers(words).data(),
                                     pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (failed != 0)
        throw Error{ErrorCode::program_not_runnable, fmt::format("cannot start /bin/sh: {}", std::strerror(failed))};
    return child;
}

/// Feeds and reads a process until it ends.
class Conversation {
public:
    Conversation(const HookCall& call, pid_t child, Pipe& in, Pipe& out)
        : child_(child), in_(in), out_(out), rest_(call.input), deadline_(Clock::now() + call.time_limit) {
        in_.close_reading();
        out_.close_writing();
        ::fcntl(in_.writing(), F_SETFL, O_NONBLOCK);
        ::fcntl(out_.reading(), F_SETFL, O_NONBLOCK);
    }

    HookEnded to_the_end() {
        int status = 0;
        pid_t ended = 0;
        for (; ended == 0; ended = ::waitpid(child_, &status, WNOHANG)) {
            if (Clock::now() >= deadline_ && !ended_.timed_out) {
                ended_.timed_out = true;
                ::kill(-child_, SIGKILL);
            }
            exchange();
        }
        if (ended < 0)
            throw Error{ErrorCode::internal_error, fmt::format("a command's end was lost: {}", std::strerror(errno))};
        read();  // what was written at the last moment
        ended_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        ended_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        return std::move(ended_);
    }

private:
    void exchange() {
        if (rest_.empty())
            in_.close_writing();
        std::array<pollfd, 2> ends{{{in_.writing(), POLLOUT, 0}, {out_.reading(), POLLIN, 0}}};
        ::poll(ends.data(), ends.size(), static_cast<int>(glance.count()));
        if (ends[0].revents != 0)
            write();
        if (ends[1].revents != 0)
            read();
    }

    void write() {
        const ssize_t written = ::write(in_.writing(), rest_.data(), rest_.size());
        if (written > 0)
            rest_.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EAGAIN && errno != EINTR)
            rest_ = {};
    }

    void read() {
        std::array<char, 4096> bytes;
        ssize_t got = 0;
        while (out_.reading() >= 0 && (got = ::read(out_.reading(), bytes.data(), bytes.size())) > 0) {
            ended_.said.append(bytes.data(), static_cast<std::size_t>(got));
            if (ended_.said.size() > 2 * kept_of_output)
                ended_.said.erase(0, ended_.said.size() - kept_of_output);
        }
        if (got == 0)
            out_.close_reading();
    }

    pid_t child_;
    Pipe& in_;
    Pipe& out_;
    std::string_view rest_;
    Clock::time_point deadline_;
    HookEnded ended_;
};

}  // namespace

HookEnded run_hook(const HookCall& call) {
    const WithoutPipeSignal quiet;
    Pipe in;
    Pipe out;
    return Conversation(call, start(call, in, out), in, out).to_the_end();
}

}  // namespace mdm
