// SPDX-License-Identifier: Apache-2.0
#include "profile/subject_words.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

#include <string>
#include <vector>

using namespace mdm;
using namespace mdm::profile;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs pairs_of(std::string_view text) {
    Pairs pairs;
    for (const plist::Value& part : subject_of(text, "--subject")) {
        const auto& list = *part.get_if<plist::Array>();
        REQUIRE(list.size() == 1);
        const auto& pair = *list.front().get_if<plist::Array>();
        REQUIRE(pair.size() == 2);
        pairs.emplace_back(*pair[0].get_if<std::string>(), *pair[1].get_if<std::string>());
    }
    return pairs;
}

}  // namespace

TEST_CASE("a subject has its parts in the order in which they are written") {
    CHECK(pairs_of("CN=x") == Pairs{{"CN", "x"}});
    CHECK(pairs_of("c=FR, O=Example\\, Inc.,cn=%SerialNumber%, 1.2.5.3=a=b") ==
          Pairs{{"C", "FR"}, {"O", "Example, Inc."}, {"CN", "%SerialNumber%"}, {"1.2.5.3", "a=b"}});
}

TEST_CASE("what is no subject is refused") {
    for (const std::string_view bad : {"", "x", "CN=", "=x", "CN=a,", "Common Name=x", "1=x", "1.=x", "9.1=x", "."})
        CHECK(fakes::code_of([&] { return subject_of(bad, "--subject"); }) == "bad_usage");
}
