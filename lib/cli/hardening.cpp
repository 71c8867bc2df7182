// SPDX-License-Identifier: Apache-2.0
#include "cli/hardening.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <malloc.h>
#include <sys/prctl.h>
#endif

#if defined(__SANITIZE_ADDRESS__)
#define MDMCTL_UNDER_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MDMCTL_UNDER_SANITIZER
#endif
#endif

namespace mdm::cli {
namespace {

[[maybe_unused]] constexpr int freed_byte = 0xA5;

/// A closed one is opened in the direction in which it is of no use, so that using it fails as it would have.
void open_if_closed(int fd, int useless_mode) {
    if (::fcntl(fd, F_GETFD) < 0 && ::open("/dev/null", useless_mode) != fd)
        std::abort();  // a lower one was closed and could not be opened: nothing sensible can run
}

/// Only in a build for tests, which look for secrets in the memory of a command.
[[maybe_unused]] bool memory_image_wanted() {
#ifdef MDMCTL_MEMORY_IMAGES
    return std::getenv("MDMCTL_MEMORY_IMAGE") != nullptr;
#else
    return false;
#endif
}

}  // namespace

void harden_process() {
    open_if_closed(STDIN_FILENO, O_WRONLY);
    open_if_closed(STDOUT_FILENO, O_RDONLY);
    open_if_closed(STDERR_FILENO, O_RDONLY);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGCHLD, SIG_DFL);  // else the kernel throws away how a child ended
    ::unsetenv("SSLKEYLOGFILE");    // libcurl would write the keys of its connections there
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__) && !defined(MDMCTL_UNDER_SANITIZER)
    if (!memory_image_wanted())
        ::prctl(PR_SET_DUMPABLE, 0);
#ifdef __GLIBC__
    ::mallopt(M_PERTURB, freed_byte);
#endif
#endif
}

}  // namespace mdm::cli
