// SPDX-License-Identifier: Apache-2.0
#include "expiry/reminder_template.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::expiry;

TEST_CASE("values go into a template as parts of JSON strings") {
    const TemplateValues values{{"text", "line\n\"quoted\" \\ {{name}} \xff"}, {"name", "www"}};
    CHECK(filled(R"({"a": "{{text}}"})", values) == "{\"a\": \"line\\n\\\"quoted\\\" \\\\ {{name}} \xef\xbf\xbd\"}");
    CHECK(filled(R"({"a": ["{{ name }}-{{name}}"], "b": 1})", values) == R"({"a": ["www-www"], "b": 1})");
    CHECK(filled("{}", {}) == "{}");
}

TEST_CASE("a template that makes no JSON object, or names what there is not, is refused") {
    const TemplateValues values{{"text", "x"}, {"name", "www"}};
    for (const char* text :
         {"", "[]", "{\"a\": {{text}}}", "{\"a\": \"{{text\"}", "{\"a\": \"{{}}\"}", "{\"a\": \"{{nmae}}\"}"})
        CHECK(fakes::code_of([&] { static_cast<void>(filled(text, values)); }) == "bad_setting");
}
