// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <sys/stat.h>
#include <sys/types.h>

/// Who but us and the owner comes at an open file.
namespace mdm {

struct Exposure {
    bool others_can_read = false;
    bool others_can_write = false;
};

/// By its mode, and by its access control list where it has one: the mode's group bits are that list's mask then, and
/// say nothing of the group. So systemd (from 256 on) hands out credentials. Nothing for a pipe.
Exposure exposure_of(int file, const struct stat& status);

/// Of an access control list as Linux keeps it (acl(5); the attribute system.posix_acl_access): each entry a tag, its
/// permissions and an id, in little-endian order, behind a version.
/// us   the user whose own entry is nobody else's
Exposure exposure_of_list(std::string_view list, uid_t us);

}  // namespace mdm
