// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/built_in_types.hpp"
#include "profile/lint.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

/// Profiles made of text, and what lint says of them, for tests.
namespace mdm::tests {

struct ProfileText {
    std::string head{};  ///< XML of further keys of the profile
    std::string payloads{};
    std::string identifier = "org.example.profile";
    std::string uuid = "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA";
};

/// A payload with its common keys; `rest` is the XML of the others. The number makes it another one.
inline std::string payload(std::string_view type, std::string_view rest = "", int number = 1) {
    return fmt::format(
        "<dict>\n<key>PayloadType</key><string>{}</string>\n<key>PayloadVersion</key><integer>1</integer>\n"
        "<key>PayloadIdentifier</key><string>org.example.profile.{}</string>\n"
        "<key>PayloadUUID</key><string>{:08}-1111-4111-8111-111111111111</string>\n{}</dict>\n",
        type, number, number, rest);
}

inline std::string as_xml(const ProfileText& text) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n<dict>\n"
        "<key>PayloadType</key><string>Configuration</string>\n<key>PayloadVersion</key><integer>1</integer>\n"
        "<key>PayloadIdentifier</key><string>{}</string>\n<key>PayloadUUID</key><string>{}</string>\n{}"
        "<key>PayloadContent</key>\n<array>\n{}</array>\n</dict>\n</plist>\n",
        text.identifier, text.uuid, text.head, text.payloads);
}

using Codes = std::vector<std::string>;

/// That a profile is not signed is said of each of these.
inline Codes codes(const std::vector<Finding>& findings) {
    Codes list;
    for (const Finding& f : findings)
        if (f.code != ErrorCode::not_signed)
            list.emplace_back(name(f.code));
    return list;
}

inline const profile::Schema& built_in() {
    static const profile::Schema schema = profile::built_in_schema();
    return schema;
}

inline constexpr Time new_year{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

inline std::vector<Finding> findings_of(std::string_view bytes, const profile::Target& target = {}) {
    const profile::PayloadRules rules({&built_in()}, target);
    return profile::lint(bytes, "test.mobileconfig", rules, new_year).findings;
}
inline Codes lint_codes(const ProfileText& text, const profile::Target& target = {}) {
    return codes(findings_of(as_xml(text), target));
}

}  // namespace mdm::tests
