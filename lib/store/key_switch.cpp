// SPDX-License-Identifier: Apache-2.0
#include "store/key_switch.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "store/key_slots.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace mdm::store {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

void sync_folder(const std::string& path) {
    const int folder = ::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(::fsync(folder));
    ::close(folder);
}

/// PATH gets another name beside its own, so that there is no moment without a file at PATH. Slots do not repeat: what
/// has that name already is the same key.
std::string keep_aside(const std::string& path) {
    if (!identity_of(path))
        return "";
    std::string aside = fmt::format("{}.old-{}", path, read_key_file(path).slot_id.substr(0, 8));
    if (::link(path.c_str(), aside.c_str()) != 0 && errno != EEXIST)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("the store has its new key, '{}', but the old one could not be kept as '{}': {}",
                                next_key_path(path), aside, std::generic_category().message(errno)),
                    "both open what they should; put them in their places by hand"};
    return aside;
}

/// PATH.next becomes PATH.
std::string put_in_place(const std::string& path) {
    std::string aside = keep_aside(path);
    if (std::rename(next_key_path(path).c_str(), path.c_str()) != 0)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("the store has its new key, but it could not be put in the place of '{}': {}", path,
                                std::generic_category().message(errno)),
                    fmt::format("mv '{}' '{}'", next_key_path(path), path)};
    sync_folder(path);
    return aside;
}

/// What would be replaced must be a key of the same store: anything else is a slip of the hand.
void judge_place(const std::string& path, const std::string& store_id) {
    if (!identity_of(path))
        return;
    bool ours = false;
    try {
        ours = read_key_file(path).store_id == store_id;
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_a_store_key && e.code() != ErrorCode::empty_file)
            throw;
    }
    if (!ours)
        throw Error{ErrorCode::output_exists,
                    fmt::format("'{}' exists and is no key of this store: it is not replaced", path),
                    "name another file"};
}

}  // namespace

KeySwitch::KeySwitch(std::string path, const KeyFile& file) : path_(std::move(path)) {
    judge_place(path_, file.store_id);
    if (path_.rfind('/') != std::string::npos)
        make_private_folder(folder_of(path_));
    write_file(next_key_path(path_), to_text(file).reveal(), Privacy::secret);
}

KeySwitch::~KeySwitch() {
    if (!keep_)
        ::unlink(next_key_path(path_).c_str());
}

std::string KeySwitch::finish() { return put_in_place(path_); }

void settle_key_file(Transaction& transaction, const std::string& path) {
    const std::string next = next_key_path(path);
    if (identity_of(next) && has_key_slot(transaction, read_key_file(next).slot_id))
        static_cast<void>(put_in_place(path));
}

}  // namespace mdm::store
