// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <archive.h>
#include <archive_entry.h>

/// libarchive, opened on first use: it brings ten libraries with it, and one command unpacks anything. Included by
/// lib/archive/*.cpp alone: no other room sees a C type.
namespace mdm::archive {

/// The functions of libarchive that this room calls.
struct ArchiveLibrary {
    decltype(&::archive_read_new) read_new;
    decltype(&::archive_read_support_filter_gzip) support_filter_gzip;
    decltype(&::archive_read_support_format_tar) support_format_tar;
    decltype(&::archive_read_support_format_zip) support_format_zip;
    decltype(&::archive_read_open_memory) open_memory;
    decltype(&::archive_read_next_header) next_header;
    decltype(&::archive_read_data) read_data;
    decltype(&::archive_read_free) read_free;
    decltype(&::archive_error_string) error_string;
    decltype(&::archive_entry_pathname) entry_pathname;
    decltype(&::archive_entry_filetype) entry_filetype;
    decltype(&::archive_entry_hardlink) entry_hardlink;
};

/// Opens libarchive the first time; from any thread. It stays open until the process ends.
/// throws  library_missing
const ArchiveLibrary& libarchive();

inline void read_free(struct ::archive* reader) { libarchive().read_free(reader); }
using Reader = Handle<struct ::archive, read_free>;

}  // namespace mdm::archive
