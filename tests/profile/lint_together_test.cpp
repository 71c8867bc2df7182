// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "profile_text.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const std::string web_clip = "<key>URL</key><string>https://a.example</string><key>Label</key><string>A</string>";

std::vector<LintedFile> linted(const std::vector<ProfileText>& texts) {
    const PayloadRules rules({&built_in()}, {});
    std::vector<LintedFile> files;
    for (const ProfileText& text : texts)
        files.push_back(lint(as_xml(text), fmt::format("{}.mobileconfig", files.size() + 1), rules, new_year));
    judge_together(files);
    return files;
}

std::vector<Codes> all_codes(const std::vector<LintedFile>& files) {
    std::vector<Codes> all;
    for (const LintedFile& file : files)
        all.push_back(codes(file.findings));
    return all;
}

const std::string other_uuid = "BBBBBBBB-BBBB-4BBB-8BBB-BBBBBBBBBBBB";

}  // namespace

TEST_CASE("two profiles with one identifier, or one UUID, collide; the later file is told of the earlier") {
    const ProfileText first{.payloads = payload("com.apple.webClip.managed", web_clip, 1)};
    CHECK(all_codes(
              linted({first, {.payloads = payload("com.apple.webClip.managed", web_clip, 2), .uuid = other_uuid}})) ==
          std::vector<Codes>{{}, {"duplicate_identifier"}});
    const auto files = linted({first,
                               {.payloads = payload("com.apple.webClip.managed", web_clip, 1),
                                .identifier = "org.example.other",
                                .uuid = other_uuid}});
    CHECK(all_codes(files) == std::vector<Codes>{{}, {"duplicate_uuid"}});
    CHECK(files[1].findings.back().message.find("'1.mobileconfig'") != std::string::npos);
}

TEST_CASE("the same profile twice does not collide with itself") {
    const ProfileText text{.payloads = payload("com.apple.webClip.managed", web_clip)};
    CHECK(all_codes(linted({text, text})) == std::vector<Codes>{{}, {}});
}

TEST_CASE("identifiers that differ in a UUID alone are told of one another") {
    const auto files = linted({{.identifier = "org.example.6F9619FF-8B86-4011-B42D-00C04FC964FF"},
                               {.identifier = "org.example.7F9619FF-8B86-4011-B42D-00C04FC964FF", .uuid = other_uuid}});
    CHECK(all_codes(files) ==
          std::vector<Codes>{{"identifier_with_uuid"}, {"identifier_with_uuid", "identifier_with_uuid"}});
}

TEST_CASE("a device has one enrollment, whichever files bring it") {
    const auto enrollment = [](int number) {
        return payload("com.apple.mdm",
                       "<key>IdentityCertificateUUID</key><string>" + fmt::format("{:08}", number + 10) +
                           "-1111-4111-8111-111111111111</string>"
                           "<key>Topic</key><string>com.apple.mgmt.External.a</string><key>ServerURL</"
                           "key><string>https://a.example</string>",
                       number) +
               payload("com.apple.security.scep",
                       "<key>PayloadContent</key><dict><key>URL</key><string>https://s.example</string></dict>",
                       number + 10);
    };
    CHECK(all_codes(linted({{.payloads = enrollment(1)},
                            {.payloads = enrollment(2), .identifier = "org.example.b", .uuid = other_uuid}})) ==
          std::vector<Codes>{{}, {"several_mdm_payloads"}});
}

TEST_CASE("a type that a device takes one of in two files is a warning: they may be for two devices") {
    const auto layout = [](int number) {
        return payload("com.apple.homescreenlayout", "<key>Pages</key><array/>", number);
    };
    const auto files =
        linted({{.payloads = layout(1)}, {.payloads = layout(2), .identifier = "org.example.b", .uuid = other_uuid}});
    CHECK(all_codes(files) == std::vector<Codes>{{}, {"not_multiple"}});
    CHECK(files[1].findings.back().severity == Severity::warning);
    CHECK(files[1].findings.back().message ==
          "'1.mobileconfig' has a payload of type 'com.apple.homescreenlayout' as well, and a device takes one");
}

TEST_CASE("a reference that another file would answer says so") {
    const std::string wifi = payload("com.apple.wifi.managed",
                                     "<key>SSID_STR</key><string>office</string><key>PayloadCertificateUUID</key>"
                                     "<string>00000007-1111-4111-8111-111111111111</string>");
    const std::string identity =
        payload("com.apple.security.scep",
                "<key>PayloadContent</key><dict><key>URL</key><string>https://s.example</string></dict>", 7);
    const auto files =
        linted({{.payloads = wifi}, {.payloads = identity, .identifier = "org.example.b", .uuid = other_uuid}});
    CHECK(all_codes(files) == std::vector<Codes>{{"unresolved_reference"}, {}});
    CHECK(files[0].findings.back().hint ==
          "it is in '2.mobileconfig', and a reference holds within one profile: put both into one");
}
