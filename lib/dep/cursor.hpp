// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// Places in Apple's list of devices, and in its changes.
namespace mdm::dep {

/// Apple forgets a cursor after 7 days; one that is older than 6 is not shown to it any more.
inline constexpr std::chrono::days cursor_lifetime{6};
bool is_too_old(Time saved_at, Time now);

/// Watches over the cursors of one run, for the service has been seen to give the same one again with more to follow,
/// for ever. What it keeps does not grow with the number of pages.
class CursorGuard {
public:
    /// given   the cursor that an answer gave, with more to follow
    /// throws  cursor_stuck: it is the one that was asked with, one from before, or the pages are empty without end
    void judge(std::string_view asked, std::string_view given, bool page_is_empty);

private:
    /// Brent's way to find a cycle: one cursor from before is kept, and another each time that twice as many came.
    std::string kept_;
    std::int64_t since_kept_ = 0;
    std::int64_t until_next_ = 1;
    std::int64_t empty_ = 0;
};

/// Empty pages in a row that are taken for a list without an end.
inline constexpr std::int64_t empty_pages = 100;

}  // namespace mdm::dep
