// SPDX-License-Identifier: Apache-2.0
#include "store/lock_file.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace mdm::store {
namespace {

constexpr std::size_t holder_size = 4096;

std::string folder_of(const Location& location) { return location.path + ".locks"; }

std::optional<LockHolder> parse(std::string_view text) {
    const auto lines = split(text, '\n');
    if (lines.size() < 5)
        return std::nullopt;
    const auto since = parse_time(lines[4]);
    LockHolder holder{std::string(lines[0]), std::string(lines[1]), std::string(lines[2]), 0, since.value_or(Time{})};
    const auto [end, failed] = std::from_chars(lines[3].data(), lines[3].data() + lines[3].size(), holder.pid);
    if (failed != std::errc{} || !since)
        return std::nullopt;
    return holder;
}

std::optional<LockHolder> read_holder(int fd) {
    std::string text(holder_size, '\0');
    const ssize_t n = ::pread(fd, text.data(), text.size(), 0);
    if (n <= 0)
        return std::nullopt;
    return parse(std::string_view(text).substr(0, static_cast<std::size_t>(n)));
}

}  // namespace

LockFile::LockFile(const Location& location, const std::string& name) {
    make_private_folder(folder_of(location));
    const std::string path = fmt::format("{}/{}", folder_of(location), crypto::sha256_hex(name).substr(0, 32));
    fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd_ < 0)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("cannot write '{}': {}", path, std::generic_category().message(errno))};
}

LockFile::~LockFile() {
    if (held_)
        static_cast<void>(::ftruncate(fd_, 0));
    if (fd_ >= 0)
        ::close(fd_);
}

bool LockFile::try_hold(const LockHolder& us) {
    // Who lists the locks holds each for a moment; a holder of the other kind has written its name.
    for (int attempt = 0; ::flock(fd_, LOCK_EX | LOCK_NB) != 0; ++attempt) {
        if (attempt == 10 || holder())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    held_ = true;
    const std::string text =
        fmt::format("{}\n{}\n{}\n{}\n{}\n", us.name, us.login, us.host, us.pid, to_rfc3339(us.since));
    // Only told to people: a full disk does not keep the lock from being held.
    if (::ftruncate(fd_, 0) == 0)
        static_cast<void>(::pwrite(fd_, text.data(), text.size(), 0));
    return true;
}

std::optional<LockHolder> LockFile::holder() const { return read_holder(fd_); }

std::vector<LockHolder> LockFile::all_holders(const Location& location) {
    std::vector<LockHolder> holders;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder_of(location), none)) {
        const int fd = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (fd < 0)
            continue;
        // Shared, so that two who look at the same moment do not take each other for a holder.
        const bool held = ::flock(fd, LOCK_SH | LOCK_NB) != 0;
        if (const auto holder = read_holder(fd); held && holder)
            holders.push_back(*holder);
        ::close(fd);
    }
    std::sort(holders.begin(), holders.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return holders;
}

}  // namespace mdm::store
