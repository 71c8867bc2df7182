// SPDX-License-Identifier: Apache-2.0
#include "profile/new_replacement.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "profile/made_profiles.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const std::string server = "https://mdm.example.com/mdm";

MadeProfile enrollment(char mark, const std::string& url, const std::string& check_in = "") {
    Options options;
    options.with("--scep-url", "https://scep.example.com").with("--scep-subject", "CN=x").with("--server-url", url);
    options.with("--topic", "com.apple.mgmt.External.11111111-2222-4333-8444-55555555555" + std::string(1, mark));
    if (!check_in.empty())
        options.with("--check-in-url", check_in);
    return made({"mdm", "scep"}, options);
}

std::string refusal(const MadeProfile& earlier, const MadeProfile& now) {
    return fakes::code_of([&] {
        check_replacement(read_back(earlier), now, "enroll.mobileconfig");
        return 0;
    });
}

}  // namespace

TEST_CASE("an enrollment is not replaced by one with another topic or server, which devices refuse") {
    const MadeProfile earlier = enrollment('a', server);
    CHECK(refusal(earlier, enrollment('a', server)).empty());
    CHECK(refusal(earlier, enrollment('a', server, server)).empty());
    CHECK(refusal(earlier, enrollment('b', server)) == "topic_mismatch");
    CHECK(refusal(earlier, enrollment('a', "https://other.example.com/mdm")) == "output_exists");
    CHECK(refusal(earlier, enrollment('a', server, "https://mdm.example.com/checkin")) == "output_exists");
    CHECK(refusal(earlier, made({"passcode"}, {})).empty());
    CHECK(refusal(made({"passcode"}, {}), earlier).empty());
}

TEST_CASE("all that differs of an enrollment is said") {
    CHECK(fakes::message_of([&] {
              check_replacement(read_back(enrollment('a', server)), enrollment('a', "https://b.example.com"), "e");
              return 0;
          }) ==
          "'e' is an enrollment that devices may have, and they refuse this one in its place: ServerURL is "
          "'https://b.example.com', and was 'https://mdm.example.com/mdm'; CheckInURL is 'https://b.example.com', and "
          "was 'https://mdm.example.com/mdm'");
}
