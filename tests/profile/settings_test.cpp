// SPDX-License-Identifier: Apache-2.0
#include "profile/settings.hpp"

#include "catch.hpp"
#include "plist/reader.hpp"
#include "profile_text.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

/// "path=value" of each; of a secret "path=?".
std::vector<std::string> listed(std::string_view type, std::string_view rest) {
    const auto document = plist::read(as_xml({.payloads = payload(type, rest)}));
    const auto settings = settings_of(document.root, built_in());
    std::vector<std::string> lines;
    for (const Setting& setting : settings.at(0)) {
        std::string value = setting.is_secret ? "?" : "";
        if (const auto* text = std::get_if<std::string>(&setting.value))
            value = *text;
        if (const auto* number = std::get_if<std::int64_t>(&setting.value))
            value = fmt::format("{}", *number);
        if (setting.type == "data")
            value = fmt::format("{} bytes", setting.bytes);
        lines.push_back(fmt::format("{}={}", setting.path, value));
    }
    return lines;
}

}  // namespace

TEST_CASE("settings are listed with their paths, and without the common keys") {
    CHECK(listed("com.apple.wifi.managed",
                 "<key>SSID_STR</key><string>office</string><key>Password</key><string>hidden</string>"
                 "<key>EAPClientConfiguration</key><dict><key>AcceptEAPTypes</key><array><integer>13</integer></array>"
                 "<key>OneTimeUserPassword</key><true/></dict><key>Icon</key><data>AAAA</data>") ==
          std::vector<std::string>{"SSID_STR=office", "Password=?", "EAPClientConfiguration.AcceptEAPTypes[0]=13",
                                   "EAPClientConfiguration.OneTimeUserPassword=", "Icon=3 bytes"});
}

TEST_CASE("a key that nobody has described hides its value where its name sounds like a secret") {
    CHECK(listed("org.example.app",
                 "<key>ApiTokens</key><array><string>hidden</string></array><key>URL</key>"
                 "<string>https://jo:hidden@example.org</string><key>Subject</key><array><string>challengePassword"
                 "</string><string>hidden</string></array>") ==
          std::vector<std::string>{"ApiTokens[0]=?", "URL=https://...@example.org", "Subject[0]=?", "Subject[1]=?"});
    CHECK(listed("com.apple.eas.account", "<key>OAuthTokenRequestURL</key><string>https://example.org</string>") ==
          std::vector<std::string>{"OAuthTokenRequestURL=https://example.org"});
}

TEST_CASE("a text that holds a secret is hidden whatever its key is") {
    CHECK(
        listed("com.apple.vpn.managed",
               "<key>VendorConfig</key><dict><key>WgQuickConfig</key><string>[Interface]\nPrivateKey = hidden</string>"
               "<key>pin</key><integer>4711</integer><key>Endpoint</key><string>https://a.example/?k=hidden</string>"
               "</dict>") == std::vector<std::string>{"VendorConfig.WgQuickConfig=?", "VendorConfig.pin=?",
                                                      "VendorConfig.Endpoint=https://a.example/?k=..."});
}
