// SPDX-License-Identifier: Apache-2.0
#include "cli/question.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace mdm::cli {
namespace {

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
constexpr std::size_t longest_answer = 4096;

// A handler can reach nothing but a global; this one is used while a question is open and by nobody else.
volatile std::sig_atomic_t caught = 0;

extern "C" void note_signal(int number) { caught = number; }

/// While it lives, signals interrupt the read instead of ending the program, so that the echo can be put back first.
class NotedSignals {
public:
    NotedSignals() {
        caught = 0;
        struct sigaction noting {};
        noting.sa_handler = note_signal;  // no SA_RESTART: read() shall come back
        for (std::size_t i = 0; i < signals.size(); ++i) {
            ::sigaction(signals[i], nullptr, &before_[i]);
            if (before_[i].sa_handler != SIG_IGN)
                ::sigaction(signals[i], &noting, nullptr);
        }
    }
    NotedSignals(const NotedSignals&) = delete;
    NotedSignals& operator=(const NotedSignals&) = delete;
    ~NotedSignals() {
        for (std::size_t i = 0; i < signals.size(); ++i)
            ::sigaction(signals[i], &before_[i], nullptr);
    }

private:
    std::array<struct sigaction, signals.size()> before_{};
};

class Tty {
public:
    explicit Tty(Echo echo) : fd_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
        if (fd_ < 0 || echo == Echo::on || ::tcgetattr(fd_, &before_) != 0)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
        changed_ = ::tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
    }
    Tty(const Tty&) = delete;
    Tty& operator=(const Tty&) = delete;
    ~Tty() {
        if (changed_) {
            ::tcsetattr(fd_, TCSAFLUSH, &before_);
            show("\n");
        }
        if (fd_ >= 0)
            ::close(fd_);
    }

    bool is_open() const { return fd_ >= 0; }

    void show(std::string_view text) const {
        if (::write(fd_, text.data(), text.size()) < 0)
            return;  // who cannot see the question will not answer it
    }

    /// Byte by byte, for what follows the line belongs to whoever reads next.
    std::optional<Secret> read_line() const {
        std::string line;
        line.reserve(longest_answer);  // never grows, so no copy of a secret stays behind
        char c = 0;
        while (caught == 0) {
            const ssize_t n = ::read(fd_, &c, 1);
            if (n < 0 && errno == EINTR && caught == 0)
                continue;
            if (n <= 0 && (n < 0 || line.empty()))
                break;
            if (n == 0 || c == '\n' || line.size() == longest_answer)
                return Secret{std::move(line)};
            line += c;
        }
        wipe(line.data(), line.size());
        return std::nullopt;
    }

private:
    int fd_;
    termios before_{};
    bool changed_ = false;
};

}  // namespace

std::optional<Secret> answer_at_terminal(std::string_view prompt, Echo echo) {
    for (;;) {
        std::optional<Secret> answer;
        {
            const NotedSignals noted;
            const Tty tty{echo};
            if (!tty.is_open())
                return std::nullopt;
            tty.show(prompt);
            answer = tty.read_line();
        }
        const int number = caught;
        if (number == 0)
            return answer;
        ::kill(::getpid(), number);  // ends the program, or stops it until it is continued
    }
}

}  // namespace mdm::cli
