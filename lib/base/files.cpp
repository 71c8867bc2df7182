// SPDX-License-Identifier: Apache-2.0
#include "base/files.hpp"

#include "base/error.hpp"
#include "base/exposure.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mdm {
namespace {

/// Closes on the way out. A file descriptor is the one handle that base has.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ > STDERR_FILENO)
            ::close(fd_);
    }
    int get() const { return fd_; }

private:
    int fd_;
};

std::string reason() { return std::generic_category().message(errno); }

[[noreturn]] void throw_cannot_write(const std::string& path) {
    throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': {}", path, reason())};
}

int open_for_reading(const std::string& path) {
    if (path == "-")
        return STDIN_FILENO;
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd >= 0)
        return fd;
    if (errno == ENOENT || errno == ENOTDIR)
        throw Error{ErrorCode::no_such_file, fmt::format("'{}' does not exist", path)};
    throw Error{ErrorCode::cannot_read, fmt::format("cannot read '{}': {}", path, reason())};
}

struct stat status_of(int fd, const std::string& name) {
    struct stat status {};
    if (::fstat(fd, &status) != 0)
        throw Error{ErrorCode::cannot_read, fmt::format("cannot read '{}': {}", name, reason())};
    if (S_ISDIR(status.st_mode))
        throw Error{ErrorCode::not_a_file, fmt::format("'{}' is a directory", name), "name a file inside it"};
    return status;
}

/// A string that has grown would leave copies of a secret on the heap; this one is moved and wiped by hand.
void grow(std::string& buffer, std::size_t size) {
    std::string larger(size, '\0');
    std::copy(buffer.begin(), buffer.end(), larger.begin());
    wipe(buffer.data(), buffer.size());
    buffer = std::move(larger);
}

std::string size_in_words(std::size_t bytes) {
    return bytes < 1024 ? fmt::format("{} bytes", bytes) : fmt::format("{} KiB", bytes / 1024);
}

/// expected   the size that the file has, which a pipe does not know; one byte more finds the end of it
Secret read_all(int fd, const std::string& name, std::size_t expected, std::size_t limit) {
    std::string buffer(std::min(expected, limit) + 1, '\0');
    std::size_t filled = 0;
    for (;;) {
        if (filled > limit)
            throw Error{
                ErrorCode::too_large,
                fmt::format("'{}' is larger than {}, the limit for this kind of file", name, size_in_words(limit)),
                "see whether this is the file that was meant: genuine ones are far smaller"};
        if (filled == buffer.size())
            grow(buffer, std::min(buffer.size() * 2, limit + 1));
        const ssize_t n = ::read(fd, buffer.data() + filled, buffer.size() - filled);
        if (n == 0)
            break;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            throw Error{ErrorCode::cannot_read, fmt::format("cannot read '{}': {}", name, reason())};
        filled += static_cast<std::size_t>(n);
    }
    buffer.resize(filled);
    return Secret{std::move(buffer)};
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string part_name(const std::string& path) {
    const auto slash = path.rfind('/');
    const auto start = slash == std::string::npos ? 0 : slash + 1;
    return path.substr(0, start) + "." + path.substr(start) + ".mdmctl-part";
}

bool write_to(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

void sync_folder(const std::string& path) {
    const Descriptor folder{::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    // Some file systems cannot sync a folder (EINVAL); the file itself is there either way.
    if (folder.get() >= 0 && ::fsync(folder.get()) != 0 && errno != EINVAL)
        throw_cannot_write(path);
}

/// Removes the part file of a run that died. One that a living run holds is locked, and then this run gives way.
void remove_stale_part(const std::string& part, const std::string& path) {
    const Descriptor old{::open(part.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (old.get() < 0 && errno == ENOENT)
        return;
    if (old.get() < 0)
        throw_cannot_write(path);
    if (::flock(old.get(), LOCK_EX | LOCK_NB) != 0)
        throw Error{ErrorCode::locked, fmt::format("another run is writing '{}'", path), "try again when it is done"};
    struct stat held {};
    const auto now_there = identity_of(part);
    if (::fstat(old.get(), &held) == 0 && now_there == FileIdentity{held.st_dev, held.st_ino})
        ::unlink(part.c_str());
}

}  // namespace

FileContent read_file(const std::string& path, std::size_t limit) {
    FileContent content;
    content.name = path == "-" ? "standard input" : path;
    const Descriptor file{open_for_reading(path)};
    const struct stat status = status_of(file.get(), content.name);
    const bool regular = S_ISREG(status.st_mode);
    const Exposure exposure = exposure_of(file.get(), status);
    content.others_can_read = exposure.others_can_read;
    content.others_can_write = exposure.others_can_write;
    const std::size_t expected = regular ? static_cast<std::size_t>(status.st_size) : 64U << 10U;
    content.bytes = read_all(file.get(), content.name, expected, limit);
    if (content.bytes.empty())
        throw Error{ErrorCode::empty_file, fmt::format("'{}' is empty", content.name),
                    "get it again: what made or fetched it did not finish"};
    return content;
}

std::optional<FileIdentity> identity_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

std::optional<FileContent> read_existing(const std::string& path, std::size_t limit) {
    struct stat status {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
        return std::nullopt;
    return read_file(path, limit);
}

std::optional<std::string> first_bytes(const std::string& path, std::size_t count) {
    struct stat status {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
        return std::nullopt;
    std::string bytes(count, '\0');
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    const ssize_t size = fd < 0 ? -1 : ::read(fd, bytes.data(), bytes.size());
    const int reason = errno;
    if (fd >= 0)
        ::close(fd);
    if (size < 0)
        throw Error{ErrorCode::cannot_read,
                    fmt::format("cannot read '{}': {}", path, std::generic_category().message(reason))};
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

StagedFile::StagedFile(std::string path, Privacy privacy) : path_(std::move(path)), privacy_(privacy) {
    if (path_ == "-") {
        plain_ = true;
        return;
    }
    struct stat status {};
    const bool there = ::lstat(path_.c_str(), &status) == 0;
    if (there && S_ISLNK(status.st_mode)) {
        if (privacy_ == Privacy::secret)
            throw Error{ErrorCode::symlink_target,
                        fmt::format("'{}' is a symbolic link, and a secret is not written through one", path_),
                        "name the file that it points to"};
        std::error_code failed;
        const auto target = std::filesystem::canonical(path_, failed);
        if (failed)
            throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': {}", path_, failed.message())};
        path_ = target.string();
        if (::stat(path_.c_str(), &status) != 0)
            throw_cannot_write(path_);
    }
    if (there && S_ISDIR(status.st_mode))
        throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': it is a directory", path_),
                    "name a file inside it"};
    plain_ = there && !S_ISREG(status.st_mode);
    if (!plain_)
        open_part();
}

StagedFile::~StagedFile() {
    if (fd_ >= 0 && !plain_)
        ::unlink(part_.c_str());
    if (fd_ >= 0)
        ::close(fd_);
    wipe(plain_bytes_.data(), plain_bytes_.size());
}

void StagedFile::open_part() {
    part_ = part_name(path_);
    const mode_t mode = privacy_ == Privacy::secret ? 0600 : 0644;
    for (int attempt = 0; attempt < 3 && fd_ < 0; ++attempt) {
        fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd_ < 0 && errno != EEXIST)
            throw_cannot_write(path_);
        if (fd_ < 0)
            remove_stale_part(part_, path_);
    }
    if (fd_ < 0 || ::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        if (fd_ >= 0)
            ::close(std::exchange(fd_, -1));
        throw Error{ErrorCode::locked, fmt::format("another run is writing '{}'", path_), "try again when it is done"};
    }
}

void StagedFile::write(std::string_view bytes) {
    if (plain_) {
        plain_bytes_ = bytes;
        return;
    }
    if (!write_to(fd_, bytes) || ::fsync(fd_) != 0)
        throw_cannot_write(path_);
}

void StagedFile::add(std::string_view piece) {
    if (plain_ && fd_ < 0)
        fd_ = path_ == "-" ? ::dup(STDOUT_FILENO) : ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd_ < 0 || !write_to(fd_, piece))
        throw_cannot_write(path_ == "-" ? "standard output" : path_);
    is_synced_ = false;
}

void StagedFile::commit() {
    if (plain_) {
        if (fd_ < 0)
            write_plainly(plain_bytes_);
        return;
    }
    if ((!is_synced_ && ::fsync(fd_) != 0) || ::rename(part_.c_str(), path_.c_str()) != 0)
        throw_cannot_write(path_);
    ::close(std::exchange(fd_, -1));
    sync_folder(path_);
}

void StagedFile::commit_one_of_many() {
    if (plain_) {
        commit();
        return;
    }
    if (::rename(part_.c_str(), path_.c_str()) != 0)
        throw_cannot_write(path_);
    ::close(std::exchange(fd_, -1));
}

void StagedFile::write_plainly(std::string_view bytes) {
    const Descriptor out{path_ == "-" ? STDOUT_FILENO : ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)};
    if (out.get() < 0 || !write_to(out.get(), bytes))
        throw_cannot_write(path_ == "-" ? "standard output" : path_);
}

void write_file(const std::string& path, std::string_view bytes, Privacy privacy) {
    StagedFile file{path, privacy};
    file.write(bytes);
    file.commit();
}

void sync_files_in(const std::string& folder) {
    const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.get() < 0)
        throw_cannot_write(folder);
#ifdef __linux__
    if (::syncfs(opened.get()) != 0)
        throw_cannot_write(folder);
#else
    ::sync();
#endif
}

void make_private_folder(const std::string& path) {
    std::string so_far;
    for (std::size_t from = 0; from < path.size();) {
        const auto slash = std::min(path.find('/', from + 1), path.size());
        so_far = path.substr(0, slash);
        if (::mkdir(so_far.c_str(), 0700) != 0 && errno != EEXIST)
            throw_cannot_write(so_far);
        from = slash;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        throw_cannot_write(path);
    }
}

FileLock::FileLock(const std::string& path)
    : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (fd_ < 0)
        throw_cannot_write(path);
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        ::close(std::exchange(fd_, -1));
        throw Error{ErrorCode::locked, fmt::format("another run holds the lock '{}'", path),
                    "try again when it is done"};
    }
}

FileLock::~FileLock() {
    if (fd_ >= 0)
        ::close(fd_);
}

}  // namespace mdm
