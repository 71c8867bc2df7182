// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/fault.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::sandbox {

/// The faults of a rehearsal: the file "faults" in its folder, a line each, that commands write and the pretend
/// services read at every request. Whoever changes it waits a little for the other.
class FaultFile {
public:
    explicit FaultFile(const std::string& rehearsal_folder);

    /// throws  damaged_state: a line is no fault; cannot_read
    std::vector<Fault> list() const;
    /// Behind those there are. throws  locked, cannot_write
    void add(const std::vector<Fault>& faults) const;
    /// Those that there were. throws  locked, cannot_write
    std::vector<Fault> clear() const;
    /// Those that meet a request, each counted down. Of those that replace the answer the first alone: the next one
    /// waits until it is used up, so that a list of them is a story. None spoils an answer that is replaced. One that
    /// waits for a later request has seen this one.
    std::vector<Fault> take(std::string_view service, std::string_view path) const;

private:
    void replace(const std::vector<Fault>& faults) const;

    std::string path_;
};

}  // namespace mdm::sandbox
