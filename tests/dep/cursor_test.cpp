// SPDX-License-Identifier: Apache-2.0
#include "dep/cursor.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

#include <functional>
#include <string>

namespace {

using namespace mdm;
using namespace mdm::dep;

/// How many cursors are taken before one is refused.
int taken(const std::function<std::string(int)>& cursor, bool empty = false) {
    CursorGuard guard;
    std::string asked;
    for (int i = 0; i < 10'000; ++i) {
        const std::string given = cursor(i);
        if (fakes::code_of([&] {
                guard.judge(asked, given, empty);
                return 0;
            }) == "cursor_stuck")
            return i;
        asked = given;
    }
    return -1;
}

}  // namespace

TEST_CASE("a cursor ages") {
    const Time saved = *parse_time("2026-03-01T09:00:00Z");
    CHECK_FALSE(is_too_old(saved, saved));
    CHECK_FALSE(is_too_old(saved, saved + std::chrono::days{6}));
    CHECK(is_too_old(saved, saved + std::chrono::days{6} + std::chrono::seconds{1}));
    CHECK_FALSE(is_too_old(saved, saved - std::chrono::days{1}));  // a clock that was set back
}

TEST_CASE("the cursor that was asked with is not followed") {
    CHECK(taken([](int) { return "same"; }) == 1);
    CHECK(taken([](int i) { return i < 500 ? std::to_string(i) : "same"; }) == 501);
}

TEST_CASE("a circle of cursors is found wherever it begins, and however long it is") {
    for (const int before : {0, 1, 7, 100})
        for (const int length : {2, 3, 10, 333}) {
            const int end =
                taken([&](int i) { return std::to_string(i < before ? i : before + (i - before) % length); });
            INFO(before << " " << length);
            CHECK(end > 0);
            CHECK(end <= 4 * (before + length) + 4);
        }
}

TEST_CASE("a list of a million devices has no circle, and empty pages may come") {
    CHECK(taken([](int i) { return std::to_string(i); }) == -1);
    CursorGuard guard;
    for (int i = 0; i < 5000; ++i)
        guard.judge(std::to_string(i), std::to_string(i + 1), i % empty_pages != 0);
}

TEST_CASE("empty pages without end are not followed") {
    CHECK(taken([](int i) { return std::to_string(i); }, true) == empty_pages - 1);
}
