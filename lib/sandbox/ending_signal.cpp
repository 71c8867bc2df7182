// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ending_signal.hpp"

#include <csignal>
#include <initializer_list>

namespace mdm::sandbox {
namespace {

/// A blocked signal waits all the same, whether it is ignored or not.
bool is_ignored(int number) {
    struct sigaction action {};
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

void await_ending_signal() {
    sigset_t awaited;
    ::sigemptyset(&awaited);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT})
        if (!is_ignored(number))
            ::sigaddset(&awaited, number);
    int came = 0;
    while (::sigwait(&awaited, &came) != 0) {
    }
}

}  // namespace mdm::sandbox
