// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>

/// Interrupts are left to the kernel: Ctrl-C ends the program at once, in the midst of any computation, and the shell
/// sees 130 and stops its script as well, which it does not for a program that catches SIGINT and exits. Nothing has
/// to be cleaned up but two things, and both see to it themselves: a terminal whose echo is off (question.cpp), and a
/// file that is being put in its place (HeldSignals).
namespace mdm::cli {

/// While it lives, what would end the program waits: a file is then there whole, or not at all and without its part
/// file. Only for what is short; SIGKILL and a crash are what StagedFile's next run mends.
class HeldSignals {
public:
    HeldSignals() {
        sigset_t held;
        ::sigemptyset(&held);
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
            ::sigaddset(&held, number);
        ::pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

}  // namespace mdm::cli
