// SPDX-License-Identifier: Apache-2.0
#include "profile/home_screen_layout.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "plist/writer.hpp"

#include <string>

using namespace mdm;
using namespace mdm::profile;

namespace {

plist::Value layout(std::string_view text) { return {home_screen_layout(text, "layout")}; }

const std::string whole =
    "dock: [com.apple.mobilephone]\n"
    "pages:\n"
    "- - com.apple.mobilemail\n"
    "  - web-clip: https://intranet.example.com\n"
    "  - folder: Work\n"
    "    pages:\n"
    "    - [com.example.one, com.example.two]\n";

}  // namespace

TEST_CASE("a layout has apps, folders and web clips, in YAML or in JSON") {
    const plist::Value made = layout(whole);
    const plist::Value& page = (*made.find("Pages")->get_if<plist::Array>())[0];
    const auto& items = *page.get_if<plist::Array>();
    REQUIRE(items.size() == 3);
    CHECK(*items[0].find("Type")->get_if<std::string>() == "App");
    CHECK(*items[0].find("BundleID")->get_if<std::string>() == "com.apple.mobilemail");
    CHECK(*items[1].find("Type")->get_if<std::string>() == "WebClip");
    CHECK(*items[2].find("DisplayName")->get_if<std::string>() == "Work");
    CHECK((*items[2].find("Pages")->get_if<plist::Array>())[0].get_if<plist::Array>()->size() == 2);
    CHECK(made.find("Dock")->get_if<plist::Array>()->size() == 1);
    CHECK(layout(R"({"dock": ["com.apple.mobilephone"], "pages": [["com.apple.mobilemail",
        {"web-clip": "https://intranet.example.com"},
        {"folder": "Work", "pages": [["com.example.one", "com.example.two"]]}]]})") == made);
}

TEST_CASE("what is no layout is refused, with its line") {
    for (const auto& [text, code] : {std::pair{"", "malformed_yaml"},
                                     {"pages", "wrong_type"},
                                     {"dock: [a]", "missing_key"},
                                     {"pages: [[a]]\nscreens: []", "wrong_format"},
                                     {"pages: [a]", "wrong_type"},
                                     {"pages: [[[a]]]", "wrong_type"},
                                     {"pages: [[{folder: x}]]", "missing_key"},
                                     {"pages: [[{folder: x, pages: [[{folder: y, pages: []}]]}]]", "wrong_type"},
                                     {"pages: [[{web-clip: x, folder: y}]]", "wrong_format"},
                                     {"pages: [['']]", "wrong_type"},
                                     {"pages: [", "malformed_yaml"}}) {
        CAPTURE(text);
        CHECK(fakes::code_of([&, text = text] { return layout(text); }) == code);
    }
    CHECK(fakes::message_of([] { return layout("pages:\n- - a\n  - folder: x\n"); }) ==
          "'layout', line 3: there is no 'pages'");
}

TEST_CASE("a layout whose aliases multiply ends at the limit") {
    std::string bomb = "dock: &a [b";
    for (int i = 0; i < 999; ++i)
        bomb += ",b";
    bomb += "]\npages: [*a";
    for (int i = 0; i < 999; ++i)
        bomb += ",*a";
    CHECK(fakes::code_of([&] { return layout(bomb + "]"); }) == "too_deep");
    CHECK(fakes::code_of([&] { return layout("pages: &p [[{folder: x, pages: *p}]]"); }) == "wrong_type");
}
