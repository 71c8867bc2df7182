// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Archives from outside, unpacked into memory. By libarchive.
namespace mdm::archive {

struct UnpackedFile {
    std::string path;  ///< relative, "/" between its parts, none of which is "." or ".."
    std::string bytes;
};

/// Unpacks a tar, gzipped or not, or a zip. Nothing is written: where the files go is for the caller, and no path leads
/// out of there.
/// throws  unsafe_archive: a path that leads out, or that is there twice, or an entry that is neither file nor folder:
/// a
///                         link, a device
///         too_large: more files, or bytes in all, than limits::archive_files and limits::archive_bytes
///         damaged_archive, library_missing
std::vector<UnpackedFile> unpack(std::string_view archive);

}  // namespace mdm::archive
