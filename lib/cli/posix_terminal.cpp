// SPDX-License-Identifier: Apache-2.0
#include "cli/posix_terminal.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/question.hpp"

#include <cerrno>
#include <csignal>
#include <fmt/format.h>
#include <string>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace mdm::cli {
namespace {

/// 0, or why it could not be written.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

}  // namespace

PosixTerminal::PosixTerminal(const Environment& environment)
    : output_is_terminal_(::isatty(STDOUT_FILENO) == 1),
      errors_are_terminal_(::isatty(STDERR_FILENO) == 1),
      can_ask_(errors_are_terminal_ && ::isatty(STDIN_FILENO) == 1) {
    const auto term = environment.find("TERM");
    const bool dumb = term == environment.end() || term->second == "dumb";
    color_ = output_is_terminal_ && !dumb && !environment.contains("NO_COLOR");
}

int PosixTerminal::columns() const {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

void PosixTerminal::out(std::string_view bytes) {
    const int failed = write_all(STDOUT_FILENO, bytes);
    if (failed == EPIPE) {
        // Started with SIGPIPE ignored, as some languages start their children: end as it would have ended us.
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    if (failed != 0)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("cannot write standard output: {}", std::generic_category().message(failed))};
}

void PosixTerminal::err(std::string_view bytes) {
    // Where messages cannot be shown there is nobody to tell; the exit code still says how it went.
    static_cast<void>(write_all(STDERR_FILENO, bytes));
}

std::optional<Secret> PosixTerminal::ask_secret(std::string_view prompt) {
    return can_ask_ ? answer_at_terminal(prompt, Echo::off) : std::nullopt;
}

std::optional<std::string> PosixTerminal::ask(std::string_view prompt) {
    const auto answer = can_ask_ ? answer_at_terminal(prompt, Echo::on) : std::nullopt;
    return answer ? std::optional(std::string(answer->reveal())) : std::nullopt;
}

}  // namespace mdm::cli
