// SPDX-License-Identifier: Apache-2.0
#include "archive/archive_library.hpp"

#include "base/error.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

namespace mdm::archive {
namespace {

constexpr const char* soname = MDMCTL_ARCHIVE_SONAME;

[[noreturn]] void refuse(std::string_view why) {
    throw Error{ErrorCode::library_missing,
                fmt::format("'{}', which unpacks archives, cannot be used: {}", soname, why),
                "install libarchive: apt-get install libarchive13"};
}

template <class Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    if (function == nullptr)
        refuse(fmt::format("it has no {}", name));
}

ArchiveLibrary open_library() {
    void* library = ::dlopen(soname, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        refuse(::dlerror());
    ArchiveLibrary found{};
    find(library, "archive_read_new", found.read_new);
    find(library, "archive_read_support_filter_gzip", found.support_filter_gzip);
    find(library, "archive_read_support_format_tar", found.support_format_tar);
    find(library, "archive_read_support_format_zip", found.support_format_zip);
    find(library, "archive_read_open_memory", found.open_memory);
    find(library, "archive_read_next_header", found.next_header);
    find(library, "archive_read_data", found.read_data);
    find(library, "archive_read_free", found.read_free);
    find(library, "archive_error_string", found.error_string);
    find(library, "archive_entry_pathname", found.entry_pathname);
    find(library, "archive_entry_filetype", found.entry_filetype);
    find(library, "archive_entry_hardlink", found.entry_hardlink);
    return found;
}

}  // namespace

const ArchiveLibrary& libarchive() {
    static const ArchiveLibrary library = open_library();
    return library;
}

}  // namespace mdm::archive
