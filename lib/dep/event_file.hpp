// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace mdm::dep {

/// A file of events, one JSON object a line, that is appended to, by one run at a time. A run that was killed may have
/// left the beginning of a line: it is taken away. A pipe or a device is written to as it is.
class EventFile {
public:
    /// path    made where it is not there, for its owner alone
    /// throws  cannot_write; locked: another run writes events to it
    ///         output_exists: it is there, and what is at its end is no event
    explicit EventFile(const std::string& path);
    EventFile(EventFile&&) noexcept;
    EventFile& operator=(EventFile&&) = delete;
    ~EventFile();

    /// The last that was in it when it was opened, without its line feed; empty: there is none.
    const std::string& last_line() const noexcept { return last_line_; }
    /// Whether what is in it stays: it is no pipe and no device.
    bool is_file() const noexcept { return is_file_; }

    /// Whole lines; on the disk when it returns. throws  cannot_write
    void append(std::string_view lines);

private:
    void take_up();

    std::string path_;
    int fd_ = -1;
    bool is_file_ = false;
    std::string last_line_;
};

}  // namespace mdm::dep
