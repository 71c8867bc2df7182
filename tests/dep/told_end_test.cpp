// SPDX-License-Identifier: Apache-2.0
#include "dep/told_end.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

const Time now = at("2026-11-24T09:00:00Z");

std::string token_made_at(const std::string& time) { return "Acme_Token_" + time + "_smime.p7m"; }

Time end_after(const std::string& time) { return told_end(token_made_at(time), std::nullopt, at("2030-01-01")).expiry; }

}  // namespace

TEST_CASE("the end that was told counts, whatever the file is called") {
    for (const char* path : {"", "token.p7m", "Acme_Token_2026-11-23T08-15-30Z_smime.p7m"}) {
        const ToldEnd end = told_end(path, at("2027-03-01"), now);
        CHECK(end.expiry == at("2027-03-01"));
        CHECK_FALSE(end.estimated);
    }
}

TEST_CASE("an end that nobody told is a year after the time in the file's name, and said to be reckoned") {
    const ToldEnd end = told_end(token_made_at("2026-11-23T08-15-30Z"), std::nullopt, now);
    CHECK(end.expiry == at("2027-11-23T08:15:30Z"));
    REQUIRE(end.estimated);
    CHECK(end.estimated->code == ErrorCode::expiry_estimated);
    CHECK(end.estimated->severity == Severity::info);
    CHECK(end_after("2027-03-01T00-00-00Z") == at("2028-03-01"));
    CHECK(end_after("2028-02-28T23-59-59Z") == at("2029-02-28T23:59:59Z"));
    CHECK(end_after("2028-02-29T12-00-00Z") == at("2029-02-28T12:00:00Z"));
}

TEST_CASE("without a time anywhere an end is asked for, and so it is with one to come") {
    const auto code = [](const std::string& path) {
        return code_of([&] { return told_end(path, std::nullopt, now).expiry; });
    };
    CHECK(code("token.p7m") == "bad_usage");
    CHECK(code("") == "bad_usage");
    CHECK(code(token_made_at("2026-11-27T00-00-00Z")) == "bad_usage");
    // A clock or a zone that is a little off does no harm.
    CHECK(code(token_made_at("2026-11-26T08-00-00Z")).empty());
}
