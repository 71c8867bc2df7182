// SPDX-License-Identifier: Apache-2.0
#include "profile/baseline.hpp"

#include "catch.hpp"

using namespace mdm;
using namespace mdm::profile;

namespace {

constexpr std::string_view earlier =
    R"({"results":[{"file":"./wifi.mobileconfig","findings":[)"
    R"({"code":"cleartext_secret","where":"PayloadContent[0].Password, line 12, column 3"},)"
    R"({"code":"not_signed","where":""}]}]})";

Finding finding(ErrorCode code, std::string where) { return {Severity::warning, code, "", "", std::move(where)}; }

}  // namespace

TEST_CASE("what a baseline has is taken out once, wherever its line is by now") {
    Baseline baseline = Baseline::parse(earlier, "baseline.json");
    CHECK(baseline.left() == 2);
    std::vector<Finding> findings{finding(ErrorCode::cleartext_secret, "PayloadContent[0].Password, line 20, column 3"),
                                  finding(ErrorCode::cleartext_secret, "PayloadContent[0].Password, line 21, column 3"),
                                  finding(ErrorCode::missing_key, "PayloadContent[0], line 2, column 1")};
    CHECK(baseline.take_out("wifi.mobileconfig", findings) == 1);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].where == "PayloadContent[0].Password, line 21, column 3");
    CHECK(baseline.left() == 1);
}

TEST_CASE("another file's findings are not in the baseline") {
    Baseline baseline = Baseline::parse(earlier, "baseline.json");
    std::vector<Finding> findings{finding(ErrorCode::not_signed, "")};
    CHECK(baseline.take_out("other.mobileconfig", findings) == 0);
    CHECK(findings.size() == 1);
}

TEST_CASE("what is no answer of lint is no baseline; what is odd in one means nothing") {
    for (const std::string_view text : {"", "[]", "{}", "{\"results\":1}", "not json"})
        CHECK_THROWS_AS(Baseline::parse(text, "b"), Error);
    CHECK(Baseline::parse(R"({"results":[1,{"findings":2},{"findings":[3,{"code":4}]}]})", "b").left() == 1);
}
