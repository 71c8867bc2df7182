// SPDX-License-Identifier: Apache-2.0
#include "profile/baseline.hpp"

#include "catch.hpp"

#include <filesystem>

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
    std::vector<Finding> findings{finding(ErrorCode::cleartext_secret, "PayloadContent[0].Password, line 20, column 3"),
                                  finding(ErrorCode::cleartext_secret, "PayloadContent[0].Password, line 21, column 3"),
                                  finding(ErrorCode::missing_key, "PayloadContent[0], line 2, column 1")};
    CHECK(baseline.take_out("wifi.mobileconfig", findings) == 1);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].where == "PayloadContent[0].Password, line 21, column 3");
    CHECK(baseline.left() == 1);
}

TEST_CASE("a file is known in a baseline by its whole path as well") {
    Baseline baseline = Baseline::parse(earlier, "baseline.json");
    std::vector<Finding> findings{finding(ErrorCode::not_signed, "")};
    CHECK(baseline.take_out((std::filesystem::current_path() / "wifi.mobileconfig").string(), findings) == 1);
    CHECK(findings.empty());
}

TEST_CASE("another file's findings are not in the baseline, and what was not looked at is not missed") {
    Baseline baseline = Baseline::parse(earlier, "baseline.json");
    std::vector<Finding> findings{finding(ErrorCode::not_signed, "")};
    CHECK(baseline.take_out("other.mobileconfig", findings) == 0);
    CHECK(findings.size() == 1);
    CHECK(baseline.left() == 0);
}

TEST_CASE("what is no answer of lint is no baseline, as a whole or in a part") {
    for (const std::string_view text :
         {"", "[]", "{}", R"({"results":1})", "not json", R"({"results":[1]})", R"({"results":[{"file":1}]})",
          R"({"results":[{"file":"a"}]})", R"({"results":[{"file":1,"findings":[]}]})",
          R"({"results":[{"file":"a","findings":[3]}]})", R"({"results":[{"file":"a","findings":[{"code":4}]}]})"})
        CHECK_THROWS_AS(Baseline::parse(text, "b"), Error);
    CHECK_NOTHROW(Baseline::parse(R"({"results":[]})", "b"));
}
