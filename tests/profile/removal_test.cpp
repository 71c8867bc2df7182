// SPDX-License-Identifier: Apache-2.0
#include "profile/removal.hpp"

#include "catch.hpp"
#include "plist/reader.hpp"
#include "profile_text.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

using Texts = std::vector<std::string>;

Texts told(const ProfileText& text) {
    const auto document = plist::read(as_xml(text));
    return sentences_of(removal_of(document.root, outline_of(document.root)), new_year);
}

const std::string by_server = "On a Mac, one that an MDM server has sent is removed by that server alone.";

}  // namespace

TEST_CASE("a profile comes off again, unless it says otherwise") {
    CHECK(told({}) == Texts{"Users can remove it in Settings.", by_server});
    CHECK(told({.head = "<key>PayloadRemovalDisallowed</key><true/>"}) ==
          Texts{"Users cannot remove it where the iPhone, iPad or Apple TV is supervised; where it is not, they can.",
                "On a Mac, one that a person installed is removed by an administrator alone.", by_server});
    CHECK(
        told({.head = "<key>PayloadRemovalDisallowed</key><true/><key>HasRemovalPasscode</key><true/>"}).front() ==
        "Users remove it with the removal password alone where the iPhone, iPad or Apple TV is supervised; where it is "
        "not, they can without.");
    CHECK(told({.payloads = payload("com.apple.profileRemovalPassword")}).front() ==
          "Who removes it is asked for a password; on an iPhone, iPad or Apple TV only where that is supervised.");
}

TEST_CASE("a profile removes itself on a day, or after a time") {
    CHECK(told({.head = "<key>RemovalDate</key><date>2026-02-01T00:00:00Z</date>"
                        "<key>DurationUntilRemoval</key><real>2592000</real>"})
              .back() == "It removes itself 30 days after it was installed, where that comes first.");
    CHECK(told({.head = "<key>RemovalDate</key><date>2025-02-01T00:00:00Z</date>"}).back() ==
          "It was to remove itself on 2025-02-01T00:00:00Z, which has passed.");
    CHECK(told({.head = "<key>PayloadExpirationDate</key><date>2026-02-01T00:00:00Z</date>"}).back() ==
          "From 2026-02-01T00:00:00Z on, Settings offers to update it.");
    CHECK(told({.head = "<key>DurationUntilRemoval</key><real>-5</real>"}) == told({}));
}

TEST_CASE("the removal of an enrollment takes all that is managed") {
    CHECK(told({.payloads = payload("com.apple.mdm")}) ==
          Texts{"Users can remove it in Settings, unless the device came by Automated Device Enrollment and its "
                "enrollment profile forbids that.",
                "Its removal ends the management of the device, and takes all managed settings, apps and accounts with "
                "it: also those of other profiles that the server has sent."});
}
