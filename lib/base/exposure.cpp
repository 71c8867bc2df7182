// SPDX-License-Identifier: Apache-2.0
#include "base/exposure.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

namespace mdm {
namespace {

constexpr std::size_t version_size = 4;
constexpr std::size_t entry_size = 8;
constexpr std::uint32_t can_read = 4;
constexpr std::uint32_t can_write = 2;
// Tags of entries, as Linux numbers them.
constexpr std::uint32_t owner = 0x01;
constexpr std::uint32_t named_user = 0x02;
constexpr std::uint32_t mask_entry = 0x10;
constexpr std::uint32_t everybody = 0x20;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = size; i > 0; --i)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return number;
}

struct Entry {
    std::uint32_t tag;
    std::uint32_t permissions;
    std::uint32_t id;
};

Entry entry_at(std::string_view list, std::size_t at) {
    return {number_at(list, at, 2), number_at(list, at + 2, 2), number_at(list, at + 4, 4)};
}

/// Empty: there is none, or the file system has no such thing.
std::string access_control_list([[maybe_unused]] int file) {
#ifdef __linux__
    std::array<char, 4096> list;
    const ssize_t size = ::fgetxattr(file, "system.posix_acl_access", list.data(), list.size());
    if (size > 0)
        return {list.data(), static_cast<std::size_t>(size)};
#endif
    return {};
}

}  // namespace

Exposure exposure_of_list(std::string_view list, uid_t us) {
    std::uint32_t mask = can_read | can_write;
    for (std::size_t at = version_size; at + entry_size <= list.size(); at += entry_size)
        if (const Entry entry = entry_at(list, at); entry.tag == mask_entry)
            mask = entry.permissions;
    Exposure exposure;
    for (std::size_t at = version_size; at + entry_size <= list.size(); at += entry_size) {
        const Entry entry = entry_at(list, at);
        if (entry.tag == owner || entry.tag == mask_entry || (entry.tag == named_user && entry.id == us))
            continue;
        const std::uint32_t has = entry.tag == everybody ? entry.permissions : entry.permissions & mask;
        exposure.others_can_read |= (has & can_read) != 0;
        exposure.others_can_write |= (has & can_write) != 0;
    }
    return exposure;
}

Exposure exposure_of(int file, const struct stat& status) {
    if (!S_ISREG(status.st_mode))
        return {};
    const Exposure by_mode{(status.st_mode & (S_IRGRP | S_IROTH)) != 0, (status.st_mode & (S_IWGRP | S_IWOTH)) != 0};
    if (!by_mode.others_can_read && !by_mode.others_can_write)
        return by_mode;
    const std::string list = access_control_list(file);
    return list.empty() ? by_mode : exposure_of_list(list, ::geteuid());
}

}  // namespace mdm
