// SPDX-License-Identifier: Apache-2.0
#include "profile/fingerprint.hpp"

#include "base/text.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/profile_signers.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

TEST_CASE("a fingerprint fits whole and by its beginning, as programs write it") {
    const crypto::Certificate leaf = signing_chain().leaf;
    const std::string digits = leaf.sha256();
    CHECK(Fingerprint::parse(digits).fits(leaf));
    CHECK(Fingerprint::parse(digits.substr(0, 8)).fits(leaf));
    std::string colons;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        colons += (i == 0 ? "" : ":") + digits.substr(i, 2);
    for (char& c : colons)
        c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(Fingerprint::parse(colons).fits(leaf));
    CHECK_FALSE(Fingerprint::parse(digits.substr(1)).fits(leaf));
}

TEST_CASE("what is too short, too long or no digits is no fingerprint") {
    const std::string text = GENERATE("", "1234567", "1234567g", "CN=Example", std::string(65, 'a').c_str());
    CHECK(code_of([&] { return Fingerprint::parse(text).digits(); }) == "bad_usage");
}
