// SPDX-License-Identifier: Apache-2.0
#include "dep/event_file.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mdm::dep {
namespace {

/// How every event begins.
constexpr std::string_view beginning = R"({"event":")";
/// Bytes in which the last two lines are: by the limits of a device an event is shorter than half of it.
constexpr off_t tail = 4 << 20;

Error cannot_write(const std::string& path) {
    return {ErrorCode::cannot_write,
            fmt::format("cannot write '{}': {}", path, std::generic_category().message(errno))};
}

[[noreturn]] void refuse(const std::string& path) {
    throw Error{ErrorCode::output_exists,
                fmt::format("'{}' holds something else than events; it was not touched", path), "name another file"};
}

std::string last_bytes(int fd, off_t size, const std::string& path) {
    std::string bytes(static_cast<std::size_t>(std::min(size, tail)), '\0');
    for (std::size_t got = 0; got < bytes.size();) {
        const auto n = ::pread(fd, bytes.data() + got, bytes.size() - got,
                               size - static_cast<off_t>(bytes.size()) + static_cast<off_t>(got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw cannot_write(path);
        got += static_cast<std::size_t>(n);
    }
    return bytes;
}

/// What a killed run may have left of a line.
bool begins_an_event(std::string_view text) { return text.starts_with(beginning) || beginning.starts_with(text); }

}  // namespace

EventFile::EventFile(const std::string& path) : path_(path) {
    fd_ = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    // A pipe that nobody reads yet, or a device for writing alone.
    if (fd_ < 0)
        fd_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd_ < 0)
        throw cannot_write(path);
    try {
        take_up();
    } catch (...) {
        ::close(fd_);
        throw;
    }
}

EventFile::EventFile(EventFile&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      is_file_(other.is_file_),
      last_line_(std::move(other.last_line_)) {}

EventFile::~EventFile() {
    if (fd_ >= 0)
        ::close(fd_);
}

void EventFile::take_up() {
    struct stat status {};
    if (::fstat(fd_, &status) != 0)
        throw cannot_write(path_);
    is_file_ = S_ISREG(status.st_mode);
    if (!is_file_)
        return;
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0)
        throw Error{ErrorCode::locked, fmt::format("another run is writing events to '{}'", path_),
                    "run it again when that one is done, or name another file"};
    if (::fstat(fd_, &status) != 0)
        throw cannot_write(path_);
    const std::string bytes = last_bytes(fd_, status.st_size, path_);
    const std::size_t whole = bytes.rfind('\n') + 1;  // 0: there is no whole line
    const std::string_view cut = std::string_view(bytes).substr(whole);
    if (whole > 0) {
        last_line_ = bytes.substr(0, whole - 1);
        last_line_.erase(0, last_line_.rfind('\n') + 1);
    }
    const bool is_longer = status.st_size > static_cast<off_t>(bytes.size());
    if ((whole > 0 || is_longer) && !last_line_.starts_with(beginning))
        refuse(path_);
    if (!begins_an_event(cut))
        refuse(path_);
    if (!cut.empty() && ::ftruncate(fd_, status.st_size - static_cast<off_t>(cut.size())) != 0)
        throw cannot_write(path_);
}

void EventFile::append(std::string_view lines) {
    while (!lines.empty()) {
        const auto n = ::write(fd_, lines.data(), lines.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            throw cannot_write(path_);
        lines.remove_prefix(static_cast<std::size_t>(n));
    }
    if (is_file_ && ::fdatasync(fd_) != 0)
        throw cannot_write(path_);
}

}  // namespace mdm::dep
