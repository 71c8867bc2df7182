// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

#include <string>

using namespace mdm;
using namespace mdm::fakes;

namespace {

std::string code(const std::string& text) {
    return code_of([&] {
        judge_note(text);
        return 0;
    });
}

}  // namespace

TEST_CASE("a note has lines, and nothing that steers a terminal") {
    for (const std::string& text :
         {std::string(), std::string("renews in January\nwith Jo, \xc3\xa9t\xc3\xa9"), std::string(limits::note, 'x')})
        CHECK(code(text).empty());
    for (const std::string& text :
         {std::string(limits::note + 1, 'x'), std::string("a\x1b[31m"), std::string("\xff"), std::string("a\tb")})
        CHECK(code(text) == "bad_usage");
}
