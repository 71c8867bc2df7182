// SPDX-License-Identifier: Apache-2.0
// From each file of Apple's schema one profile that is right and, a constraint at a time, profiles that are not.
#include "catch.hpp"
#include "fakes/shared_data.hpp"
#include "generated_profile.hpp"
#include "profile/lint.hpp"
#include "profile/schema_folder.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests::generated;

namespace {

namespace fs = std::filesystem;

/// Of the codes, those that the schema's constraints give.
/// is_top_level   of all but what is in payloads; false: of payloads
std::vector<std::string> codes_of(const std::string& profile, bool is_top_level, const PayloadRules& rules) {
    static const std::set<std::string> about_constraints{
        "missing_key", "wrong_type",          "value_not_allowed",    "out_of_range",    "wrong_format",
        "wrong_count", "unknown_payload_key", "unknown_payload_type", "malformed_plist", "duplicate_key",
        "too_deep"};
    std::vector<std::string> codes;
    for (const Finding& f : lint(profile, "generated", rules, Time{}).findings) {
        // What has all keys is encrypted, in no CMS, beside what is not.
        if (path_of(f.where) == "EncryptedPayloadContent" && f.code != ErrorCode::wrong_type)
            continue;
        // Of the URLs of an enrollment it is said in the place of wrong_format.
        const std::string code(name(f.code == ErrorCode::not_https ? ErrorCode::wrong_format : f.code));
        if (about_constraints.contains(code) &&
            f.where.starts_with(is_top_level ? "PayloadContent[0]." : "PayloadContent[") != is_top_level)
            codes.push_back(code);
    }
    return codes;
}

/// Makes a payload of what has the keys that all payloads have.
void make_web_clip(Made& payload) {
    *at(payload, {"PayloadType"}) = scalar("string", "com.apple.webClip.managed");
    payload.dict.emplace_back("URL", scalar("string", "https://intranet.example"));
    payload.dict.emplace_back("Label", scalar("string", "Intranet"));
}

void make_payload_of_the_only_one(Made& profile) {
    Made& payload = *at(profile, {"PayloadContent", "[]"});
    payload.dict.clear();
    payload.dict.emplace_back("PayloadType", Made{});
    add_common(payload, "com.apple.webClip.managed");
    make_web_clip(payload);
}

}  // namespace

TEST_CASE("from each file of Apple's schema: one profile that is right, and one for each constraint that is not") {
    const auto folder = fakes::shared_folder("apple-device-management/mdm/profiles");
    if (!folder)
        return;
    const Schema apples = SchemaFolder(folder->string()).read();
    const PayloadRules rules({&apples}, {});
    std::size_t files = 0;
    std::map<std::string, std::size_t> judged;
    for (const auto& entry : fs::directory_iterator(*folder)) {
        const yaml::Document file = yaml::read(content_of(entry.path()));
        ++files;
        CAPTURE(entry.path().filename().string());
        Generator made(file);
        const bool is_top_level = made.type() == top_level_type;
        if (made.type() == common_keys_type)
            make_web_clip(made.right);
        else if (is_top_level)
            make_payload_of_the_only_one(made.right);
        else
            add_common(made.right, made.type());
        const auto written = [&](const Made& payload) { return is_top_level ? as_profile(payload) : whole(payload); };
        CHECK(codes_of(written(made.right), is_top_level, rules) == std::vector<std::string>{});
        for (const Mutation& mutation : made.mutations) {
            CAPTURE(mutation.what);
            Made wrong = made.right;
            mutation.apply(wrong);
            CHECK(codes_of(written(wrong), is_top_level, rules) == std::vector{mutation.code});
            ++judged[mutation.code];
        }
    }
    CHECK(files == 128);
    // So many are there at iOS 18.1, what is in circles twice; a generator that makes none tests nothing.
    for (const auto& [code, count] : std::map<std::string, std::size_t>{{"missing_key", 353},
                                                                        {"wrong_type", 2219},
                                                                        {"value_not_allowed", 313},
                                                                        {"out_of_range", 77},
                                                                        {"wrong_format", 19},
                                                                        {"wrong_count", 8},
                                                                        {"unknown_payload_key", 272}}) {
        CAPTURE(code, judged[code]);
        CHECK(judged[code] == count);
    }
}
