// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet_cursor.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;

namespace {

const Time made = at("2026-06-01T12:00:00Z");

}  // namespace

TEST_CASE("a cursor comes back as it was given") {
    const auto listing = read_cursor(to_text({ListingPlace{3, 2, 1'000'000}, made, 7}, "key"), "key");
    REQUIRE(listing);
    CHECK(listing->made == made);
    CHECK(listing->turn == 7);
    const auto& place = std::get<ListingPlace>(listing->place);
    CHECK((place.begun == 3 && place.event == 2 && place.number == 1'000'000));

    const StreamPlace there{5, 6, made, made + cooldown, 8, 9};
    const auto stream = read_cursor(to_text({there, made, 1}, "key"), "key");
    REQUIRE(stream);
    const auto& back = std::get<StreamPlace>(stream->place);
    CHECK((back.event == 5 && back.offset == 6 && back.release == 8 && back.release_offset == 9));
    CHECK((back.released == made && back.releasing == made + cooldown));
}

TEST_CASE("a cursor of another service, a changed one, and what is none, are refused") {
    const std::string text = to_text({ListingPlace{3, 2, 1}, made, 7}, "key");
    CHECK(text.size() < 100);
    CHECK_FALSE(read_cursor(text, "other"));
    CHECK_FALSE(read_cursor("", "key"));
    CHECK_FALSE(read_cursor("MDowOjA6MA==", "key"));
    CHECK_FALSE(read_cursor(text + "\n", "key"));
    CHECK_FALSE(read_cursor(std::string(1001, 'A'), "key"));
    for (std::size_t n = 0; n < text.size(); ++n) {
        std::string changed = text;
        changed[n] = changed[n] == 'A' ? 'B' : 'A';
        CHECK_FALSE(read_cursor(changed, "key"));
    }
}
