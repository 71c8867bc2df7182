// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_reader.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "profile/schema_cache.hpp"
#include "profile_text.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

// A folder in a folder: the list of Items is its own list again, from another version on.
constexpr std::string_view circle = R"(payload:
  payloadtype: com.example.circle
  supportedOS:
    iOS:
      introduced: '9.3'
      multiple: false
      supervised: true
    macOS:
      introduced: n/a
payloadkeys:
- key: Items
  type: <array>
  presence: required
  subkeys: &id001
  - key: Item
    type: <dictionary>
    subkeys:
    - key: Kind
      type: <string>
      presence: required
      rangelist:
      - one
      - two
    - key: Count
      type: <integer>
      range:
        min: 1
    - key: Items
      supportedOS:
        iOS:
          introduced: '11.3'
      type: <array>
      subkeys: *id001
)";

Schema schema_of(std::string_view yaml, std::string_view name = "com.example.circle") {
    SchemaReader reader;
    reader.add(yaml, name);
    return reader.finish();
}

Codes judged(const Schema& schema, std::string_view items, const Target& target = {}) {
    const PayloadRules rules({&schema, &built_in()}, target);
    const std::string text =
        as_xml({.payloads = payload("com.example.circle", fmt::format("<key>Items</key><array>{}</array>", items))});
    return codes(lint(text, "test", rules, new_year).findings);
}

std::string item(std::string_view rest) {
    return fmt::format("<dict><key>Kind</key><string>one</string>{}</dict>", rest);
}

std::string refusal(std::string_view yaml) {
    try {
        static_cast<void>(schema_of(yaml));
    } catch (const Error& e) {
        return std::string(name(e.code()));
    }
    return "nothing";
}

}  // namespace

TEST_CASE("lists that contain themselves are judged as deep as the profile goes") {
    const Schema schema = schema_of(circle);
    std::string nested = item("<key>Count</key><integer>0</integer>");
    for (int i = 0; i < 20; ++i)
        nested = item("<key>Items</key><array>" + nested + "</array>");
    CHECK(judged(schema, nested) == Codes{"out_of_range"});
    CHECK(judged(schema, item("")) == Codes{});
    CHECK(judged(schema, "<dict/>") == Codes{"missing_key"});
}

TEST_CASE("what a key says of a system lies over what is above it, attribute by attribute") {
    const Schema schema = schema_of(circle);
    Target old;
    set_system(old, "ios:10");
    CHECK(judged(schema, item("<key>Items</key><array/>"), old) == Codes{"introduced_later"});
    // Of what is inside of it that is not said again.
    CHECK(judged(schema, item("<key>Items</key><array>" + item("<key>Items</key><array/>") + "</array>"), old) ==
          Codes{"introduced_later"});
    Target unsupervised;
    set_system(unsupervised, "ios:12");
    unsupervised.supervised = false;
    CHECK(judged(schema, item("<key>Items</key><array/>"), unsupervised) == Codes{"supervised_only"});
    Target mac;
    set_system(mac, "macos");
    CHECK(judged(schema, item(""), mac) == Codes{"no_scope", "not_available"});
}

TEST_CASE("a schema comes out of its cache as it went in, and a cache of another source or a damaged one does not") {
    const Schema schema = schema_of(circle);
    const std::string cache = compiled(schema, "these files");
    const auto again = decompiled(cache, "these files");
    REQUIRE(again);
    CHECK(compiled(*again, "these files") == cache);
    CHECK(judged(*again, item("<key>Count</key><integer>0</integer>")) == Codes{"out_of_range"});
    CHECK_FALSE(decompiled(cache, "other files"));
    CHECK_FALSE(decompiled(cache.substr(0, cache.size() - 1), "these files"));
    CHECK_FALSE(decompiled("", "these files"));
    for (std::size_t i = 0; i < cache.size(); i += 7) {
        std::string changed = cache;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(decompiled(changed, "these files"));
    }
}

TEST_CASE("what describes no payload type is no schema") {
    CHECK(refusal("title: x\n") == "not_a_schema");
    CHECK(refusal("payload:\n  requesttype: X\npayloadkeys: []\n") == "not_a_schema");
    CHECK(refusal("payload:\n  payloadtype: X\n") == "not_a_schema");
    CHECK(refusal("- x\n") == "not_a_schema");
    CHECK(refusal("a: b: c\n") == "malformed_yaml");
}

TEST_CASE("the part of a type that a file describes is in the brackets of its name") {
    const Schema schema = schema_of("payload:\n  payloadtype: com.apple.MCX\npayloadkeys: []\n", "com.apple.MCX(WiFi)");
    REQUIRE(schema.of_type("com.apple.MCX").size() == 1);
    CHECK(schema.of_type("com.apple.MCX").front().part == "WiFi");
}

TEST_CASE("each part of a type has its own conditions, and is meant where a payload has keys that no other part has") {
    const auto part = [](std::string_view since, std::string_view multiple, std::string_view keys) {
        std::string yaml = fmt::format(
            "payload:\n  payloadtype: com.example.parts\n  supportedOS:\n    macOS:\n      introduced: '{}'\n"
            "      multiple: {}\npayloadkeys:\n",
            since, multiple);
        for (const char key : keys)
            yaml += fmt::format("- key: {}\n  type: <string>\n", key);
        return yaml;
    };
    SchemaReader reader;
    reader.add(part("10.7", "true", "AB"), "com.example.parts(Energy)");
    reader.add(part("10.9", "false", "BC"), "com.example.parts(Vault)");
    const Schema schema = reader.finish();
    Target old;
    set_system(old, "macos:10.8");
    const PayloadRules rules({&schema, &built_in()}, old);
    const auto judged = [&](std::string_view first, std::string_view second) {
        std::string payloads;
        for (const auto& [keys, number] : {std::pair{first, 1}, std::pair{second, 2}}) {
            std::string xml;
            for (const char key : keys)
                xml += fmt::format("<key>{}</key><string>x</string>", key);
            if (!keys.empty())
                payloads += payload("com.example.parts", xml, number);
        }
        const std::string scope = "<key>PayloadScope</key><string>System</string>";
        return codes(lint(as_xml({.head = scope, .payloads = payloads}), "test", rules, new_year).findings);
    };
    CHECK(judged("A", "") == Codes{});
    CHECK(judged("AB", "") == Codes{});
    CHECK(judged("C", "") == Codes{"introduced_later"});
    CHECK(judged("BC", "") == Codes{"introduced_later"});
    CHECK(judged("ABC", "") == Codes{"introduced_later"});
    CHECK(judged("D", "") == Codes{"unknown_payload_key"});
    CHECK(judged("AB", "A") == Codes{});
    CHECK(judged("AB", "C") == Codes{"introduced_later"});
    CHECK(judged("C", "BC") == Codes{"introduced_later", "introduced_later", "not_multiple"});
}
