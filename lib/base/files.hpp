// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

/// Reading what people point at and writing what they must not lose. Paths are as the user gave them; "-" is
/// standard input or output. POSIX only.
namespace mdm {

/// What was read. The content may be a private key, so it is held as one.
struct FileContent {
    std::string name;  ///< as given, "standard input" for "-"
    Secret bytes;
    bool others_can_read = false;   ///< base/exposure.hpp; false for a pipe
    bool others_can_write = false;  ///< the same
};

/// Reads the whole file, at most `limit` bytes; a FIFO or device is read to its end.
/// throws  no_such_file, cannot_read, not_a_file (a directory), too_large, empty_file
FileContent read_file(const std::string& path, std::size_t limit);

/// Tells files apart by what they are, not by how they are spelled; nullopt where nothing is there.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity&) const = default;
};
std::optional<FileIdentity> identity_of(const std::string& path);
/// What an output would replace: the content of the file that is there; nullopt where there is none, or an empty one,
/// or a pipe or device. throws  cannot_read, too_large
std::optional<FileContent> read_existing(const std::string& path, std::size_t limit);

/// The first bytes of a file, for what would be replaced and may be large; nullopt as read_existing().
/// throws  cannot_read
std::optional<std::string> first_bytes(const std::string& path, std::size_t count);

/// Who may read a file that is written.
enum class Privacy {
    open,    ///< 0644 less the umask
    secret,  ///< 0600 from its first byte on; a symbolic link as its target is refused
};

/// A file that appears whole or not at all: written beside its target, synced, renamed, the folder synced.
/// Until commit() the target is as it was, and the part file goes away with this object; what a killed run left
/// behind is removed by the next one for the same target. "-", FIFOs and devices are written plainly, on commit.
/// throws  symlink_target, locked (another run is writing the same file), cannot_write (a directory, too)
class StagedFile {
public:
    StagedFile(std::string path, Privacy privacy);
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;
    ~StagedFile();

    /// Writes and syncs the part file; the target is not touched yet.
    void write(std::string_view bytes);
    /// Writes a piece behind those before it, for what does not fit into memory; commit() syncs. A pipe or device has
    /// it at once.
    void add(std::string_view piece);
    /// Puts the part file in the target's place, replacing what is there.
    void commit();
    /// The same without waiting for the disk: for one of many, behind the last of which comes sync_files_in().
    void commit_one_of_many();

private:
    void open_part();
    void write_plainly(std::string_view bytes);

    std::string path_;
    std::string part_;
    Privacy privacy_;
    bool plain_ = false;
    bool is_synced_ = true;
    std::string plain_bytes_;
    int fd_ = -1;
};

/// StagedFile in one step.
void write_file(const std::string& path, std::string_view bytes, Privacy privacy);

/// What was written into a folder is on the disk when this returns, and so is all else on its file system.
/// throws  cannot_write
void sync_files_in(const std::string& folder);

/// Makes a folder (0700) and those above it that are missing. throws  cannot_write
void make_private_folder(const std::string& path);

/// Holds a file's kernel lock until it goes out of scope, or the process dies.
/// throws  locked (at once; nothing is waited for), cannot_write
class FileLock {
public:
    explicit FileLock(const std::string& path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

private:
    int fd_ = -1;
};

}  // namespace mdm
