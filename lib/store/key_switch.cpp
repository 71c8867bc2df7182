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

}  // namespace

KeySwitch::KeySwitch(std::string path, const KeyFile& file) : path_(std::move(path)) {
    if (path_.rfind('/') != std::string::npos)
        make_private_folder(folder_of(path_));
    write_file(next_key_path(path_), to_text(file).reveal(), Privacy::secret);
}

KeySwitch::~KeySwitch() {
    if (!keep_)
        ::unlink(next_key_path(path_).c_str());
}

void KeySwitch::finish() {
    if (std::rename(next_key_path(path_).c_str(), path_.c_str()) != 0)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("the store has its new key, but it could not be put in the place of '{}': {}", path_,
                                std::generic_category().message(errno)),
                    fmt::format("mv '{}' '{}'", next_key_path(path_), path_)};
    const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        static_cast<void>(::fsync(folder));
        ::close(folder);
    }
}

}  // namespace mdm::store
