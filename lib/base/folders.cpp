// SPDX-License-Identifier: Apache-2.0
#include "base/folders.hpp"

#include "base/error.hpp"
#include "base/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace mdm {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
    throw Error{ErrorCode::cannot_write, fmt::format("cannot write '{}': {}", path, why)};
}

/// Lets two folders take each other's place in one step; false where the system cannot.
bool swapped([[maybe_unused]] const std::string& one, [[maybe_unused]] const std::string& other) {
#ifdef RENAME_EXCHANGE
    return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
#else
    return false;
#endif
}

}  // namespace

StagedFolder::StagedFolder(const std::string& path) {
    fs::path target = fs::path(path).lexically_normal();
    if (!target.has_filename())
        target = target.parent_path();
    path_ = target.string();
    const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code failed;
    fs::create_directories(parent, failed);
    part_ = (parent / fmt::format(".{}.mdmctl-part", target.filename().string())).string();
    lock_path_ = part_ + ".lock";
    lock_ = std::make_unique<FileLock>(lock_path_);
    fs::remove_all(part_, failed);
    if (!fs::create_directory(part_, failed) || failed)
        refuse(part_, failed ? failed.message() : "it is there already");
}

StagedFolder::~StagedFolder() {
    std::error_code failed;
    fs::remove_all(part_, failed);
    fs::remove(lock_path_, failed);
}

void StagedFolder::add(std::string_view path, std::string_view bytes) {
    const fs::path file = fs::path(part_) / path;
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        refuse(file.string(), std::strerror(errno));
}

void StagedFolder::commit() {
    std::error_code failed;
    if (fs::exists(path_, failed)) {
        if (swapped(part_, path_))
            return;  // what was there before is the part folder now, and goes with this object
        const std::string old = part_ + ".old";
        fs::remove_all(old, failed);
        fs::rename(path_, old, failed);
        if (!failed)
            fs::rename(part_, path_, failed);
        if (failed)
            refuse(path_, failed.message());
        fs::remove_all(old, failed);
        return;
    }
    fs::rename(part_, path_, failed);
    if (failed)
        refuse(path_, failed.message());
}

}  // namespace mdm
