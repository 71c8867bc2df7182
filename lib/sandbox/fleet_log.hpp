// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "sandbox/fleet.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::sandbox {

/// "{"at":"2026-06-01T12:00:00Z","do":"assign","server":"9D0C...","devices":[[1,0,1000]],"by":"admin@example.org"}",
/// without a line feed.
std::string to_line(const FleetOperation& operation);
/// throws  std::invalid_argument: it is none
FleetOperation read_operation(std::string_view line);

/// What was done to the devices of the pretend portal: JSON Lines in its folder, an operation each. Commands write it
/// under the portal's lock; the pretend service reads it again when it has changed.
class FleetLog {
public:
    explicit FleetLog(const std::string& portal_folder);

    /// As it is now. What it gave before holds until the file has changed.
    /// throws  damaged_state: a line is no operation, or one that could not be done; cannot_read
    const Fleet& read();
    /// Does them and writes them down; the file is as before, or has them all. throws  as read; cannot_write
    void append(std::vector<FleetOperation> operations);

private:
    /// What tells one content of the file from the next.
    struct Version {
        FileIdentity file;
        std::uintmax_t size = 0;
        bool operator==(const Version&) const = default;
    };
    std::optional<Version> version() const;

    std::string path_;
    std::optional<Version> read_;
    std::string lines_;
    Fleet fleet_;
};

}  // namespace mdm::sandbox
