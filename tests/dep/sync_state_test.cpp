// SPDX-License-Identifier: Apache-2.0
#include "dep/sync_state.hpp"

#include "catch.hpp"

namespace {

using namespace mdm;
using namespace mdm::dep;

const Time now = *parse_time("2026-03-01T09:00:00Z");
const Time old = now - std::chrono::days{7};

SyncState synced(Time cursor_at = now) {
    return {.token = "t", .server_uuid = "9D0C", .phase = Phase::synced, .cursor = "c", .cursor_saved_at = cursor_at};
}
SyncState fetching(std::optional<std::string> cursor, Time at = now) {
    return {
        .token = "t", .server_uuid = "9D0C", .phase = Phase::fetching, .fetch_cursor = cursor, .fetch_cursor_at = at};
}

}  // namespace

TEST_CASE("a sync begins with a whole list, and goes on with changes") {
    CHECK(next_step(std::nullopt, "9D0C", false, now) == SyncStep::fetch_anew);
    CHECK(next_step(synced(), "9D0C", false, now) == SyncStep::take_changes);
    CHECK(next_step(synced(), "", false, now) == SyncStep::take_changes);
    CHECK(next_step(synced(), "9D0C", true, now) == SyncStep::fetch_anew);
    CHECK(next_step(synced(old), "9D0C", false, now) == SyncStep::fetch_anew);
    SyncState without = synced();
    without.cursor.reset();
    CHECK(next_step(without, "9D0C", false, now) == SyncStep::fetch_anew);
}

TEST_CASE("a list that is under way is gone on with, --full or not") {
    for (const bool full : {false, true}) {
        CHECK(next_step(fetching("f"), "9D0C", full, now) == SyncStep::fetch_on);
        CHECK(next_step(fetching(std::nullopt), "9D0C", full, now) == SyncStep::fetch_anew);
        CHECK(next_step(fetching("f", old), "9D0C", full, now) == SyncStep::fetch_anew);
        SyncState merging = fetching("f", old);
        merging.phase = Phase::merging;
        CHECK(next_step(merging, "9D0C", full, now) == SyncStep::merge);
    }
}

TEST_CASE("a list with records that could not be used is fetched again after a day") {
    SyncState state = synced();
    state.unreadable = 1;
    state.fetch_began_at = now - std::chrono::hours{24};
    CHECK(next_step(state, "9D0C", false, now) == SyncStep::take_changes);
    state.fetch_began_at = now - std::chrono::hours{25};
    CHECK(next_step(state, "9D0C", false, now) == SyncStep::fetch_anew);
}

TEST_CASE("of another service nothing that was kept counts") {
    for (SyncState state : {synced(), fetching("f")})
        CHECK(next_step(state, "AAAA", false, now) == SyncStep::fetch_anew);
    SyncState merging = fetching("f");
    merging.phase = Phase::merging;
    CHECK(next_step(merging, "AAAA", false, now) == SyncStep::fetch_anew);
}

TEST_CASE("a new list leaves what is known of devices, and forgets the one before") {
    SyncState before = synced();
    before.pages = 5;
    before.staged = 500;
    before.unreadable = 2;
    before.live = 480;
    before.revision = 9;
    before.fetch_cursor = "f";
    const SyncState begun = begun_anew(before, "t", "AAAA", now);
    CHECK(begun.phase == Phase::fetching);
    CHECK(begun.cursor == "c");
    CHECK(begun.live == 480);
    CHECK(begun.revision == 9);
    CHECK(begun.server_uuid == "AAAA");
    CHECK_FALSE(begun.fetch_cursor);
    CHECK(begun.pages + begun.staged + begun.unreadable == 0);
    CHECK(begun.fetch_began_at == now);
    CHECK(begun_anew(before, "t", "", now).server_uuid == "9D0C");
}
