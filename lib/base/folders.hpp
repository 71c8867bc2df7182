// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mdm {

class FileLock;

/// A folder of files that appears whole or not at all: filled beside its target and put in its place by renaming, where
/// the system can in one step. Until commit() the target is as it was, and the part folder goes away with this object;
/// what a killed run left behind is removed by the next one for the same target. For what can be had again: it is not
/// synced.
class StagedFolder {
public:
    /// throws  locked: another run fills the same folder; cannot_write
    explicit StagedFolder(const std::string& path);
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;
    ~StagedFolder();

    /// path   relative, and inside: who calls has judged that
    void add(std::string_view path, std::string_view bytes);
    /// Puts the folder in the target's place, with all that was there.
    void commit();

private:
    std::string path_;
    std::string part_;
    std::string lock_path_;
    std::unique_ptr<FileLock> lock_;
};

}  // namespace mdm
