// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "base/time.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A rehearsal: a world of its own in one folder, with clock, settings, store key, store and pretend services.
namespace mdm::sandbox {

/// The time that the clock is moved to: "+365d" (parse_duration behind the plus) after `before`, never earlier; or a
/// time written out, which may be earlier as well.
/// throws  bad_usage: it is neither, or beyond the year 9999
Time moved_clock(Time before, std::string_view text);

/// The environment of what runs in a rehearsal. What leads into the real world is kept out: every MDMCTL_ variable but
/// the few that say how to answer (OUTPUT, NO_INPUT) and who does (ACTOR), and the credentials that systemd hands out.
/// variables   NAME=VALUE, as a process has them
/// folder      the rehearsal's, absolute
std::vector<std::string> rehearsal_environment(const std::vector<std::string>& variables, const std::string& folder);

/// The folder of a rehearsal, locked while this object lives. Made 0700; a folder of an earlier rehearsal is taken up
/// again as it was left, a killed one's included.
class Rehearsal {
public:
    /// A folder without a name of its own, below `temporary`, which goes away with this object.
    static Rehearsal passing(const std::string& temporary, Time now);
    /// A folder that stays.
    /// throws  output_exists: it holds something else; locked: another run has it
    static Rehearsal kept(const std::string& folder, Time now);

    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;
    ~Rehearsal();

    const std::string& folder() const noexcept { return folder_; }  ///< absolute
    std::string clock_file() const { return folder_ + "/clock"; }
    bool is_kept() const noexcept { return is_kept_; }

    /// Removes a passing one now. false: something in it could not be removed.
    bool take_down();

private:
    Rehearsal(std::string folder, bool is_kept);
    Rehearsal(std::string folder, bool is_kept, Time now);

    std::string folder_;
    bool is_kept_;
    bool is_gone_ = false;
    std::unique_ptr<FileLock> lock_;
};

}  // namespace mdm::sandbox
