// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_rules.hpp"

#include "catch.hpp"
#include "profile/schema_reader.hpp"
#include "profile_text.hpp"

#include <atomic>
#include <thread>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

/// The keys of profiles and payloads, and one type.
Schema small_schema() {
    SchemaReader reader;
    const std::string systems = "  supportedOS:\n    iOS:\n      introduced: '4.0'\n";
    for (const char* type : {"TopLevel", "CommonPayloadKeys"}) {
        std::string yaml = fmt::format("payload:\n  payloadtype: {}\n{}payloadkeys:\n", type, systems);
        for (const char* key : {"PayloadIdentifier", "PayloadUUID", "PayloadType"})
            yaml += fmt::format("- key: {}\n  type: <string>\n", key);
        yaml += "- key: PayloadVersion\n  type: <integer>\n- key: PayloadContent\n  type: <array>\n";
        reader.add(yaml, type);
    }
    reader.add("payload:\n  payloadtype: com.example.small\n" + systems + "payloadkeys:\n- key: A\n  type: <string>\n",
               "com.example.small");
    return reader.finish();
}

Codes judged(const PayloadRules& rules, std::string_view type, std::string_view rest) {
    return codes(lint(as_xml({.payloads = payload(type, rest)}), "test", rules, new_year).findings);
}

}  // namespace

TEST_CASE("a schema to fall back to is made when a type is met that the others do not have, and once") {
    const Schema schema = small_schema();
    std::atomic<int> made = 0;
    const PayloadRules rules({&schema}, {}, [&made] {
        ++made;
        return built_in_schema();
    });
    CHECK(judged(rules, "com.example.small", "<key>A</key><integer>1</integer>") == Codes{"wrong_type"});
    CHECK(made == 0);
    std::vector<std::thread> threads;
    std::atomic<int> as_expected = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            if (judged(rules, "com.apple.webClip.managed", "<key>URL</key><integer>1</integer>") ==
                Codes{"wrong_type", "missing_key"})
                ++as_expected;
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(as_expected == 4);
    CHECK(made == 1);
    CHECK(judged(rules, "com.example.other", "") == Codes{"unknown_payload_type"});
}

TEST_CASE("without one to fall back to, what no schema has is not known") {
    const Schema schema = small_schema();
    CHECK(judged(PayloadRules({&schema}, {}), "com.apple.webClip.managed", "") == Codes{"unknown_payload_type"});
}
