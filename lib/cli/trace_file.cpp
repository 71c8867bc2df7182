// SPDX-License-Identifier: Apache-2.0
#include "cli/trace_file.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/time.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mdm::cli {
namespace {

/// The first line, by which an earlier trace is known.
constexpr std::string_view head = "# mdmctl --trace: requests and answers, secrets blanked\n";
constexpr mode_t owner_alone = 0600;

std::string reason() { return std::generic_category().message(errno); }

/// A trace is not worth a key or a list that was named by mistake.
void refuse_to_replace(const std::string& path) {
    const auto beginning = first_bytes(path, head.size());
    if (beginning && *beginning != head)
        throw Error{ErrorCode::output_exists, fmt::format("'{}' exists and is no trace: it is not replaced", path),
                    "name another file for --trace"};
}

int opened(const std::string& path) {
    if (path == "-")
        return STDERR_FILENO;
    refuse_to_replace(path);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, owner_alone);
    if (fd < 0 && errno == ELOOP)
        throw Error{ErrorCode::symlink_target,
                    fmt::format("'{}' is a symbolic link, and a trace is not written through one", path),
                    "name the file that it points to; - is standard error"};
    if (fd < 0)
        throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': {}", path, reason())};
    return fd;
}

bool is_regular(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

TraceFile::TraceFile(const std::string& path) : path_(path), fd_(opened(path)) {
    if (path_ != "-" && is_regular(fd_) && (::fchmod(fd_, owner_alone) != 0 || ::ftruncate(fd_, 0) != 0)) {
        const std::string why = reason();
        ::close(fd_);
        throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': {}", path_, why)};
    }
    write(head);
}

TraceFile::~TraceFile() {
    if (path_ != "-")
        ::close(fd_);
}

std::function<void(std::string_view)> TraceFile::writer(const std::shared_ptr<TraceFile>& trace) {
    const std::lock_guard lock(trace->mutex_);
    return [trace, asker = ++trace->askers_](std::string_view piece) { trace->add(asker, piece); };
}

std::optional<std::string> TraceFile::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

void TraceFile::add(int asker, std::string_view piece) {
    const std::lock_guard lock(mutex_);
    write(fmt::format("\n# {}, {}\n{}", to_rfc3339(SystemClock{}.now()), asker, piece));
}

void TraceFile::write(std::string_view text) {
    while (!text.empty() && !failure_) {
        const ssize_t n = ::write(fd_, text.data(), text.size());
        if (n < 0 && errno != EINTR)
            failure_ = fmt::format("the trace '{}' ends too early: {}", path_, reason());
        if (n > 0)
            text.remove_prefix(static_cast<std::size_t>(n));
    }
}

}  // namespace mdm::cli
