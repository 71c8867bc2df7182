// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::cli {

/// Where --trace writes what is asked of services and answered: each piece as soon as it is known, so that a run that
/// is killed leaves what came before. The file is 0600 and begins anew with each run, as that of curl --trace does.
class TraceFile {
public:
    /// path    "-" is standard error; a pipe or device is written as it is
    /// throws  output_exists: a file is there that is no earlier trace
    ///         symlink_target, cannot_write, and what reading the file throws
    explicit TraceFile(const std::string& path);
    TraceFile(const TraceFile&) = delete;
    TraceFile& operator=(const TraceFile&) = delete;
    ~TraceFile();

    /// What takes the pieces of one asker, under a number of its own, by which those of several at once are told apart.
    /// It may be called from any thread, and never throws for the file's sake: a question is not lost for its trace.
    static std::function<void(std::string_view)> writer(const std::shared_ptr<TraceFile>& trace);

    /// Why the rest is missing; nullopt: nothing is.
    std::optional<std::string> failure() const;

private:
    void add(int asker, std::string_view piece);
    void write(std::string_view text);

    std::string path_;
    int fd_ = -1;
    mutable std::mutex mutex_;
    int askers_ = 0;
    std::optional<std::string> failure_;
};

}  // namespace mdm::cli
