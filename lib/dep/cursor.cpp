// SPDX-License-Identifier: Apache-2.0
#include "dep/cursor.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace mdm::dep {
namespace {

// micromdm pull request 1016: the answer repeats the cursor, and says that more follows.
[[noreturn]] void refuse(std::string what) {
    throw Error{ErrorCode::cursor_stuck, std::move(what),
                "it passes by itself; try again in an hour, and with mdmctl dep sync --full if it does not"};
}

}  // namespace

bool is_too_old(Time saved_at, Time now) { return now - saved_at > cursor_lifetime; }

void CursorGuard::judge(std::string_view asked, std::string_view given, bool page_is_empty) {
    if (given == asked)
        refuse("the service gives the cursor that it was asked with, and says that more follows");
    if (given == kept_)
        refuse("the service goes round in a circle: it gives a cursor from before, and says that more follows");
    empty_ = page_is_empty ? empty_ + 1 : 0;
    if (empty_ >= empty_pages)
        refuse(fmt::format("the service gave {} empty pages in a row, and says that more follows", empty_));
    if (++since_kept_ < until_next_)
        return;
    kept_ = given;
    since_kept_ = 0;
    until_next_ *= 2;
}

}  // namespace mdm::dep
