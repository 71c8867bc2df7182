// SPDX-License-Identifier: Apache-2.0
#include "profile/lint.hpp"

#include "catch.hpp"
#include "plist/reader.hpp"
#include "plist/writer.hpp"
#include "profile/secret_keys.hpp"
#include "profile_text.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const std::string web_clip =
    "<key>URL</key><string>https://intranet.example</string><key>Label</key><string>Intranet</string>";
const std::string identity =
    payload("com.apple.security.scep",
            "<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string></dict>", 7);

std::string enrollment(std::string_view rest, std::string_view rights = "8191") {
    return payload("com.apple.mdm",
                   fmt::format("<key>IdentityCertificateUUID</key><string>00000007-1111-4111-8111-111111111111</string>"
                               "<key>Topic</key><string>com.apple.mgmt.External.abc</string>"
                               "<key>ServerURL</key><string>https://mdm.example/mdm</string>"
                               "<key>AccessRights</key><integer>{}</integer>{}",
                               rights, rest)) +
           identity;
}

const Finding& only(const std::vector<Finding>& findings, ErrorCode code) {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [code](const Finding& f) { return f.code == code; });
    REQUIRE(found != findings.end());
    return *found;
}

}  // namespace

TEST_CASE("a profile that is right has nothing against it but that it is not signed") {
    CHECK(lint_codes({.payloads = payload("com.apple.webClip.managed", web_clip)}) == Codes{});
    const auto findings = findings_of(as_xml({.payloads = payload("com.apple.webClip.managed", web_clip)}));
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == ErrorCode::not_signed);
    CHECK(findings.front().severity == Severity::info);
}

TEST_CASE("a finding says where: path, line and column") {
    const auto findings = findings_of(as_xml(
        {.payloads = payload("com.apple.webClip.managed", "<key>Label</key>\n<integer>5</integer>\n" + web_clip)}));
    CHECK(only(findings, ErrorCode::wrong_type).where == "PayloadContent[0].Label, line 16, column 1");
    CHECK(only(findings, ErrorCode::wrong_type).message == "'PayloadContent[0].Label' is an integer, not a string");
}

TEST_CASE("each of the four required keys is missed, in the profile and in a payload") {
    const auto key = GENERATE(as<std::string>{}, "PayloadType", "PayloadVersion", "PayloadIdentifier", "PayloadUUID");
    CAPTURE(key);
    const std::string whole = as_xml({.payloads = payload("com.apple.webClip.managed", web_clip)});
    const auto without = [&](std::size_t at) {
        std::string text = whole;
        const auto begin = text.find("<key>" + key + "</key>", at);
        return text.erase(begin, text.find('\n', begin) - begin);
    };
    CHECK(codes(findings_of(without(0))) == Codes{"missing_key"});
    const Codes in_payload = codes(findings_of(without(whole.find("<array>"))));
    CHECK(std::find(in_payload.begin(), in_payload.end(), "missing_key") != in_payload.end());
}

TEST_CASE("type and version of the profile are fixed, and the version is an integer") {
    std::string text = as_xml({.payloads = payload("com.apple.webClip.managed", web_clip)});
    const auto replaced = [&](std::string_view what, std::string_view by) {
        std::string changed = text;
        changed.replace(changed.find(what), what.size(), by);
        return codes(findings_of(changed));
    };
    CHECK(replaced("<string>Configuration</string>", "<string>Konfiguration</string>") == Codes{"value_not_allowed"});
    CHECK(replaced("<integer>1</integer>", "<integer>2</integer>") == Codes{"value_not_allowed"});
    CHECK(replaced("<integer>1</integer>", "<string>1</string>") == Codes{"wrong_type"});
}

TEST_CASE("what is wrong with a payload's keys is found by type, value, range and spelling") {
    const auto judged = [](std::string_view type, std::string_view rest) {
        return lint_codes({.payloads = payload(type, rest)});
    };
    CHECK(judged("com.apple.webClip.managed", "<key>URL</key><string>https://a.example</string>") ==
          Codes{"missing_key"});
    CHECK(judged("com.apple.mobiledevice.passwordpolicy", "<key>minLength</key><integer>20</integer>") ==
          Codes{"out_of_range"});
    CHECK(judged("com.apple.mobiledevice.passwordpolicy", "<key>maxInactivity</key><integer>60</integer>") == Codes{});
    CHECK(judged("com.apple.applicationaccess", "<key>ratingRegion</key><string>xx</string>") ==
          Codes{"value_not_allowed"});
    CHECK(judged("com.apple.applicationaccess", "<key>allowKamera</key><true/>") == Codes{"unknown_payload_key"});
    CHECK(judged("org.example.app", "<key>Anything</key><true/>") == Codes{"unknown_payload_type"});
    CHECK(judged("com.apple.dock", "<key>Anything</key><true/>") == Codes{"no_scope"});
}

TEST_CASE("of maxInactivity macOS takes more than the schema says, and the others do not") {
    const auto judged = [](std::string_view minutes, std::string_view system) {
        Target target;
        if (!system.empty())
            set_system(target, system);
        return lint_codes({.head = "<key>PayloadScope</key><string>System</string>",
                           .payloads = payload("com.apple.mobiledevice.passwordpolicy",
                                               fmt::format("<key>maxInactivity</key><integer>{}</integer>", minutes))},
                          target);
    };
    CHECK(judged("15", "ios:17") == Codes{});
    CHECK(judged("16", "ios:17") == Codes{"out_of_range"});
    CHECK(judged("60", "macos") == Codes{});
    CHECK(judged("61", "macos") == Codes{"out_of_range"});
    CHECK(judged("60", "") == Codes{});
    CHECK(judged("61", "") == Codes{"out_of_range"});
}

TEST_CASE("a number that is none is in no range") {
    CHECK(lint_codes({.head = "<key>DurationUntilRemoval</key><real>nan</real>"}) == Codes{"out_of_range"});
}

TEST_CASE("an unknown key is told with the one that was meant") {
    const auto findings = findings_of(
        as_xml({.payloads = payload("com.apple.security.scep",
                                    "<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</"
                                    "string><key>KeyType</key><string>RSA</string></dict>")}));
    CHECK(only(findings, ErrorCode::unknown_payload_key).hint == "'Key Type' is meant?");
}

TEST_CASE("names of a SCEP request may be one or several, whatever the schema says") {
    const auto names = GENERATE(as<std::string>{}, "<string>a.example</string>",
                                "<array><string>a.example</string><string>b.example</string></array>");
    CHECK(lint_codes(
              {.payloads = payload("com.apple.security.scep",
                                   "<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string>"
                                   "<key>SubjectAltName</key><dict><key>dNSName</key>" +
                                       names + "</dict></dict>")}) == Codes{});
}

TEST_CASE("a system, its version, supervision and enrollment make keys that are ignored or refused") {
    const auto judged = [](std::string_view key, std::string_view system, Target target) {
        if (!system.empty())
            set_system(target, system);
        return lint_codes(
            {.head = "<key>PayloadScope</key><string>System</string>",
             .payloads = payload("com.apple.applicationaccess", fmt::format("<key>{}</key><true/>", key))},
            target);
    };
    CHECK(judged("allowAppInstallation", "ios:17", {.supervised = false}) == Codes{"supervised_only"});
    CHECK(judged("allowAppInstallation", "", {.supervised = false}) == Codes{"supervised_only"});
    CHECK(judged("allowAppInstallation", "ios:17", {.supervised = true}) == Codes{});
    CHECK(judged("allowAppInstallation", "ios:17", {}) == Codes{});
    CHECK(judged("allowAppInstallation", "macos", {}) == Codes{"not_available"});
    CHECK(judged("allowGenmoji", "ios:17", {}) == Codes{"introduced_later"});
    CHECK(judged("allowGenmoji", "iPadOS:18.1", {}) == Codes{});
    CHECK(judged("allowPhotoStream", "ios:17", {}) == Codes{"deprecated"});
    CHECK(judged("allowPhotoStream", "ios:16.7", {}) == Codes{});
    CHECK(judged("allowCamera", "ios", {.enrollment = Target::Enrollment::user}) == Codes{"not_in_user_enrollment"});
    CHECK(judged("allowGenmoji", "ios", {.enrollment = Target::Enrollment::shared_ipad}) ==
          Codes{"not_on_shared_ipad"});
    CHECK(judged("allowUnmanagedToReadManagedContacts", "ios", {.enrollment = Target::Enrollment::by_hand}) ==
          Codes{"not_by_hand"});
    CHECK(judged("allowContentCaching", "macos", {.channel = Channel::user}) == Codes{"wrong_channel"});
}

TEST_CASE("the version that a system lost something in is told") {
    Target target;
    set_system(target, "macos:15");
    const auto findings =
        findings_of(as_xml({.head = "<key>PayloadScope</key><string>System</string>",
                            .payloads = payload("com.apple.security.firewall",
                                                "<key>EnableFirewall</key><true/><key>EnableLogging</key><true/>")}),
                    target);
    CHECK(only(findings, ErrorCode::removed).message == "'EnableLogging' went with macOS 15.0");
}

TEST_CASE("PayloadScope is the channel, and is missed for macOS") {
    Target macos;
    set_system(macos, "macos");
    const std::string firewall = payload("com.apple.security.firewall", "<key>EnableFirewall</key><true/>");
    CHECK(lint_codes({.payloads = firewall}, macos) == Codes{"no_scope"});
    CHECK(lint_codes({.payloads = firewall}) == Codes{"no_scope"});
    CHECK(lint_codes({.payloads = firewall}, {.channel = Channel::device}) == Codes{});
    CHECK(lint_codes({.head = "<key>PayloadScope</key><string>User</string>", .payloads = firewall}) ==
          Codes{"wrong_channel"});
    CHECK(lint_codes({.head = "<key>PayloadScope</key><string>System</string>", .payloads = firewall}) == Codes{});
}

TEST_CASE("an identifier is not empty, and a payload's is not the profile's") {
    const std::string clip = payload("com.apple.webClip.managed", web_clip);
    CHECK(lint_codes({.payloads = clip, .identifier = ""}) == Codes{"value_not_allowed"});
    CHECK(lint_codes({.payloads = clip, .uuid = ""}) == Codes{"value_not_allowed"});
    CHECK(lint_codes({.payloads = clip, .identifier = "org.example.profile.1"}) == Codes{"duplicate_identifier"});
}

TEST_CASE("what holds on macOS alone is said of a scope where it is for macOS") {
    const auto judged = [](std::string_view system, Channel channel = Channel::unknown) {
        Target target{.channel = channel};
        if (!system.empty())
            set_system(target, system);
        return lint_codes({.head = "<key>PayloadScope</key><string>System</string>",
                           .payloads = payload("com.apple.webClip.managed", web_clip)},
                          target);
    };
    CHECK(judged("") == Codes{});
    CHECK(judged("ios") == Codes{});
    CHECK(judged("macos") == Codes{"wrong_channel"});
    CHECK(judged("", Channel::device) == Codes{"wrong_channel"});
}

TEST_CASE("identifiers and UUIDs are there once, and an identifier has no UUID in it") {
    const std::string clip = payload("com.apple.webClip.managed", web_clip);
    CHECK(lint_codes({.payloads = clip + clip}) == Codes{"duplicate_uuid", "duplicate_identifier"});
    CHECK(lint_codes({.payloads = clip, .uuid = "00000001-1111-4111-8111-111111111111"}) == Codes{"duplicate_uuid"});
    CHECK(lint_codes({.payloads = clip, .uuid = "Ignored"}) == Codes{"not_a_uuid"});
    CHECK(lint_codes({.payloads = clip, .identifier = "org.example.6F9619FF-8B86-4011-B42D-00C04FC964FF"}) ==
          Codes{"identifier_with_uuid"});
}

TEST_CASE("a type that a device takes one of is there once") {
    Target macos;
    set_system(macos, "macos");
    Target ios;
    set_system(ios, "ios");
    const std::string twice = payload("com.apple.airplay", "", 1) + payload("com.apple.airplay", "", 2);
    CHECK(lint_codes({.payloads = twice}, ios) == Codes{});
    const std::string locks =
        payload("com.apple.profileRemovalPassword", "", 1) + payload("com.apple.profileRemovalPassword", "", 2);
    CHECK(lint_codes({.head = "<key>HasRemovalPasscode</key><true/>", .payloads = locks}) == Codes{"not_multiple"});
    const std::string layouts = payload("com.apple.homescreenlayout", "<key>Pages</key><array/>", 1) +
                                payload("com.apple.homescreenlayout", "<key>Pages</key><array/>", 2);
    CHECK(lint_codes({.payloads = layouts}, ios) == Codes{"not_multiple"});
    CHECK(lint_codes({.payloads = layouts}, macos) == Codes{"no_scope", "not_available", "not_available"});
}

TEST_CASE("a reference names a payload of its profile, of the kind that is wanted") {
    const auto wifi = [](std::string_view uuid) {
        return payload(
            "com.apple.wifi.managed",
            fmt::format("<key>SSID_STR</key><string>office</string><key>EncryptionType</key><string>WPA2</string>"
                        "<key>PayloadCertificateUUID</key><string>{}</string>",
                        uuid));
    };
    CHECK(lint_codes({.payloads = wifi("00000007-1111-4111-8111-111111111111") + identity}) == Codes{});
    CHECK(lint_codes({.payloads = wifi("00000009-1111-4111-8111-111111111111") + identity}) ==
          Codes{"unresolved_reference"});
    CHECK(lint_codes({.payloads = wifi("00000002-1111-4111-8111-111111111111") +
                                  payload("com.apple.webClip.managed", web_clip, 2)}) == Codes{"wrong_reference"});
    CHECK(lint_codes({.payloads = wifi("%CertificateUUID%")}) == Codes{"wrong_format"});
}

TEST_CASE("an enrollment is judged: topic, URLs, rights, mode, push environment") {
    const auto judged = [](std::string_view rest, std::string_view rights = "8191") {
        return lint_codes({.payloads = enrollment(rest, rights)});
    };
    CHECK(judged("") == Codes{});
    CHECK(judged("", "0") == Codes{"bad_access_rights"});
    CHECK(judged("", "2") == Codes{"bad_access_rights"});
    CHECK(judged("", "3") == Codes{});
    CHECK(judged("", "128") == Codes{"bad_access_rights"});
    CHECK(judged("", "192") == Codes{});
    CHECK(judged("", "8192") == Codes{"bad_access_rights"});
    CHECK(judged("<key>CheckInURL</key><string>http://mdm.example</string>") == Codes{"not_https"});
    CHECK(judged("<key>CheckInURL</key><string>https://</string>") == Codes{"wrong_format"});
    CHECK(judged("<key>CheckInURL</key><string>https:///mdm</string>") == Codes{"wrong_format"});
    CHECK(judged("<key>UseDevelopmentAPNS</key><true/>") == Codes{"development_apns"});
    CHECK(judged("<key>EnrollmentMode</key><string>BYOD</string>") == Codes{"enrollment_mode_mismatch"});
    CHECK(judged("<key>AssignedManagedAppleID</key><string>jo@example.org</string>") ==
          Codes{"enrollment_mode_mismatch"});
    CHECK(judged("<key>AssignedManagedAppleID</key><string>jo@example.org</string><key>EnrollmentMode</"
                 "key><string>BYOD</string>") == Codes{});
    std::string topic = enrollment("");
    topic.replace(topic.find("com.apple.mgmt.External"), 23, "com.example.External");
    CHECK(lint_codes({.payloads = topic}) == Codes{"not_a_topic"});
    CHECK(lint_codes(
              {.payloads = enrollment("") +
                           payload("com.apple.mdm",
                                   "<key>IdentityCertificateUUID</key><string>00000007-1111-4111-8111-111111111111</"
                                   "string><key>Topic</key><string>com.apple.mgmt.External.b</string><key>ServerURL</"
                                   "key><string>https://b.example</string>",
                                   3)}) == Codes{"several_mdm_payloads"});
}

TEST_CASE("keys that no device makes are found in an ACME payload, at the key that asks for them") {
    const auto found = [](std::string_view type, int size, bool bound, bool attested) {
        return findings_of(as_xml(
            {.payloads = payload(
                 "com.apple.security.acme",
                 fmt::format("<key>DirectoryURL</key><string>https://acme.example</string><key>ClientIdentifier</"
                             "key><string>c</string><key>KeyType</key><string>{}</string>"
                             "<key>KeySize</key><integer>{}</integer><key>HardwareBound</key><{}/><key>Attest</key><{}/"
                             "><key>Subject</key><array><array><array><string>CN</string><string>x</string></array></"
                             "array></array>",
                             type, size, bound, attested))}));
    };
    const auto judged = [&](std::string_view type, int size, bool bound, bool attested = false) {
        return codes(found(type, size, bound, attested));
    };
    const auto place = [&](std::string_view type, int size, bool bound, bool attested = false) {
        return std::string(path_of(found(type, size, bound, attested).back().where));
    };
    CHECK(judged("ECSECPrimeRandom", 256, true, true) == Codes{});
    CHECK(judged("RSA", 2048, false) == Codes{});
    CHECK(judged("ECSECPrimeRandom", 521, false) == Codes{});
    CHECK(judged("RSA", 2048, true) == Codes{"unsuitable_key"});
    CHECK(judged("RSA", 2047, false) == Codes{"unsuitable_key"});
    CHECK(judged("ECSECPrimeRandom", 512, false) == Codes{"unsuitable_key"});
    CHECK(judged("ECSECPrimeRandom", 521, true) == Codes{"unsuitable_key"});
    CHECK(judged("ECSECPrimeRandom", 256, false, true) == Codes{"unsuitable_key"});
    CHECK(place("ECSECPrimeRandom", 512, false) == "PayloadContent[0].KeySize");
    CHECK(place("RSA", 2048, true) == "PayloadContent[0].HardwareBound");
    CHECK(place("ECSECPrimeRandom", 256, false, true) == "PayloadContent[0].Attest");
}

TEST_CASE("a password that everybody can read is found, and repeated nowhere; what a server fills in is none") {
    const auto wifi = [](std::string_view password) {
        return ProfileText{.payloads =
                               payload("com.apple.wifi.managed",
                                       fmt::format("<key>SSID_STR</key><string>office</string><key>EncryptionType</"
                                                   "key><string>WPA2</string><key>Password</key><string>{}</string>",
                                                   password))};
    };
    CHECK(lint_codes(wifi("correct horse")) == Codes{"cleartext_secret"});
    for (const Finding& f : findings_of(as_xml(wifi("correct horse"))))
        CHECK((f.message + f.hint).find("correct horse") == std::string::npos);
    for (const std::string_view placeholder : {"%Password%", "$WIFI_SECRET", "${secret}", "{{password}}", ""})
        CHECK(lint_codes(wifi(placeholder)) == Codes{});
}

TEST_CASE("dates, consent and removal are judged with the profile") {
    const std::string clip = payload("com.apple.webClip.managed", web_clip);
    const auto judged = [&clip](std::string_view head) {
        return lint_codes({.head = std::string(head), .payloads = clip});
    };
    CHECK(judged("<key>RemovalDate</key><date>2025-12-31T23:59:59Z</date>") == Codes{"end_in_past"});
    CHECK(judged("<key>PayloadExpirationDate</key><date>2025-12-31T23:59:59Z</date>") == Codes{"end_in_past"});
    CHECK(judged("<key>RemovalDate</key><date>2026-01-02T00:00:00Z</date>") == Codes{});
    CHECK(judged("<key>ConsentText</key><dict><key>fr</key><string>oui</string></dict>") ==
          Codes{"no_default_consent"});
    CHECK(judged("<key>ConsentText</key><dict><key>default</key><string>yes</string></dict>") == Codes{});
    CHECK(judged("<key>HasRemovalPasscode</key><true/>") == Codes{"no_removal_password"});
    CHECK(lint_codes({.payloads = payload("com.apple.profileRemovalPassword")}) == Codes{"no_removal_password"});
    CHECK(judged("<key>DurationUntilRemoval</key><real>-1</real>") == Codes{"out_of_range"});
    CHECK(judged("<key>DurationUntilRemoval</key><real>3600</real>") == Codes{});
}

TEST_CASE("an encrypted profile has no PayloadContent, and is told so") {
    std::string text =
        as_xml({.head = "<key>IsEncrypted</key><true/><key>EncryptedPayloadContent</key><data>AAAA</data>"});
    const auto begin = text.find("<key>PayloadContent</key>");
    text.erase(begin, text.find("</array>") + 8 - begin);
    CHECK(codes(findings_of(text)) == Codes{"wrong_format"});
    // ContentInfo { envelopedData, [0] SEQUENCE {} }
    const auto data = text.find("AAAA</data>");
    text.replace(data, 4, "MA8GCSqGSIb3DQEHA6ACMAA=");
    CHECK(codes(findings_of(text)) == Codes{"payloads_encrypted"});
    text.erase(text.find("<key>EncryptedPayloadContent"), text.find("</data>") + 7 - text.find("<key>Encrypted"));
    CHECK(codes(findings_of(text)) == Codes{"missing_key"});
}

TEST_CASE("what is encrypted takes the place of what is not") {
    const std::string clip = payload("com.apple.webClip.managed", web_clip);
    CHECK(lint_codes({.head = "<key>IsEncrypted</key><true/>", .payloads = clip}) == Codes{"missing_key"});
    CHECK(lint_codes({.head = "<key>EncryptedPayloadContent</key><data>MA8GCSqGSIb3DQEHA6ACMAA=</data>",
                      .payloads = clip}) == Codes{"payloads_encrypted", "value_not_allowed"});
}

TEST_CASE("an identity payload holds PKCS#12") {
    const auto judged = [](std::string_view data) {
        const auto findings =
            findings_of(as_xml({.payloads = payload("com.apple.security.pkcs12",
                                                    fmt::format("<key>PayloadContent</key><data>{}</data>", data))}));
        return findings.size() == 1 ? "" : only(findings, ErrorCode::not_a_certificate).message;
    };
    CHECK(judged("MIIJQgIBAzAA") == "");  // SEQUENCE { 3, ... }
    CHECK(judged("AAAA") == "a payload of type 'com.apple.security.pkcs12' holds something else, not PKCS#12");
    CHECK(judged("JElERU5USVRZ") == "");  // $IDENTITY
}

TEST_CASE("declarations are for people who install a profile, and for no server") {
    const auto judged = [](Target::Enrollment enrollment) {
        Target target{.enrollment = enrollment};
        set_system(target, "ios:17");
        return lint_codes({.payloads = payload("com.apple.declarations", "<key>Declarations</key><array/>")}, target);
    };
    CHECK(judged(Target::Enrollment::by_hand) == Codes{});
    CHECK(judged(Target::Enrollment::device) == Codes{"not_available"});
}

TEST_CASE("a secret is found as data as well, and as an attribute of a SCEP subject") {
    const auto judged = [](std::string_view type, std::string_view rest) {
        return lint_codes({.payloads = payload(type, rest)});
    };
    // "topsecret", "$SECRET"
    const auto vpn = [&](std::string_view data) {
        return judged("com.apple.vpn.managed",
                      fmt::format("<key>UserDefinedName</key><string>v</string><key>VPNType</key><string>IPSec</string>"
                                  "<key>IPSec</key><dict><key>RemoteAddress</key><string>a.example</string>"
                                  "<key>AuthenticationMethod</key><string>SharedSecret</string>"
                                  "<key>SharedSecret</key><data>{}</data></dict>",
                                  data));
    };
    CHECK(vpn("dG9wc2VjcmV0") == Codes{"cleartext_secret"});
    CHECK(vpn("JFNFQ1JFVA==") == Codes{});
    const auto scep = [&](std::string_view attribute) {
        return judged("com.apple.security.scep",
                      fmt::format("<key>PayloadContent</key><dict><key>URL</key><string>https://scep.example</string>"
                                  "<key>Subject</key><array><array><array><string>{}</string><string>hush</string>"
                                  "</array></array></array></dict>",
                                  attribute));
    };
    CHECK(scep("1.2.840.113549.1.9.7") == Codes{"cleartext_secret"});
    CHECK(scep("challengePassword") == Codes{"cleartext_secret"});
    CHECK(scep("CN") == Codes{});
}

TEST_CASE("what a VPN app brings for itself is a secret where it reads like one") {
    const auto vpn = [](std::string_view config) {
        return lint_codes(
            {.payloads = payload("com.apple.vpn.managed",
                                 fmt::format("<key>UserDefinedName</key><string>v</string><key>VPNType</key>"
                                             "<string>VPN</string><key>VPNSubType</key><string>org.example.app</string>"
                                             "<key>VPN</key><dict><key>AuthenticationMethod</key><string>Password"
                                             "</string></dict><key>VendorConfig</key><dict>{}</dict>",
                                             config))});
    };
    const Codes harmless = vpn("<key>mode</key><string>full</string>");
    const auto more = [&](Codes codes) {
        return std::count(codes.begin(), codes.end(), "cleartext_secret") -
               std::count(harmless.begin(), harmless.end(), "cleartext_secret");
    };
    CHECK(more(vpn("<key>WgQuickConfig</key><string>[Interface]&#10;PrivateKey = c2VjcmV0c2VjcmV0</string>")) == 1);
    CHECK(more(vpn("<key>psk</key><string>hush</string>")) == 1);
    CHECK(more(vpn("<key>psk</key><string>%PSK%</string>")) == 0);
}

TEST_CASE("a private key is a secret wherever it stands") {
    const auto filter = [](std::string_view value) {
        return lint_codes({.payloads = payload("com.apple.webcontent-filter",
                                               fmt::format("<key>FilterType</key><string>Plugin</string>"
                                                           "<key>UserDefinedName</key><string>f</string>"
                                                           "<key>PluginBundleID</key><string>org.example.f</string>"
                                                           "<key>VendorConfig</key><dict><key>id</key>{}</dict>",
                                                           value))});
    };
    CHECK(filter("<string>-----BEGIN PRIVATE KEY-----</string>") == Codes{"cleartext_secret"});
    CHECK(filter("<data>LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t</data>") == Codes{"cleartext_secret"});
    CHECK(filter("<array><string>-----BEGIN EC PRIVATE KEY-----</string></array>") == Codes{"cleartext_secret"});
    CHECK(filter("<string>-----BEGIN CERTIFICATE-----</string>") == Codes{});
}

TEST_CASE("a placeholder is the whole text and has a name; a password may begin with a dollar sign") {
    for (const std::string_view text :
         {"%Password%", "$WIFI_SECRET", "$PASSWORD$", "${secret}", "{{ payload.password }}"})
        CHECK(is_placeholder(text));
    for (const std::string_view text :
         {"$ecret99", "$", "$$", "$1", "100%", "%", "%a%b%", "${a}${b}", "$WIFI hush", ""})
        CHECK_FALSE(is_placeholder(text));
}

TEST_CASE("a certificate payload holds a certificate in the form of its type") {
    CHECK(lint_codes({.payloads = payload("com.apple.security.root", "<key>PayloadContent</key><data>AAAA</data>")}) ==
          Codes{"not_a_certificate"});
    // "-----BEGIN CERTIFICATE-----" where DER belongs
    CHECK(lint_codes(
              {.payloads = payload("com.apple.security.root",
                                   "<key>PayloadContent</key><data>LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t</data>")}) ==
          Codes{"not_a_certificate"});
    CHECK(lint_codes({.payloads = payload("com.apple.security.pem", "<key>PayloadContent</key><data>AAAA</data>")}) ==
          Codes{"not_a_certificate"});
}

TEST_CASE("what is wrong in the property list is a finding with its line, once") {
    const auto first = [](std::string_view bytes) {
        const auto findings = findings_of(bytes);
        for (const Finding& f : findings)
            if (f.code != ErrorCode::not_signed)
                return fmt::format("{}: {}", name(f.code), f.where);
        return std::string("nothing");
    };
    const std::string right = as_xml({.payloads = payload("com.apple.webClip.managed", web_clip)});
    CHECK(first(" " + right) == "malformed_plist: line 1, column 2");
    CHECK(first(right.substr(0, right.find("</dict>"))).starts_with("malformed_plist: line 1"));
    const auto with = [&](std::string_view xml) {
        return as_xml(
            {.payloads = payload("com.apple.webClip.managed", web_clip + "\n<key>Icon</key>" + std::string(xml))});
    };
    CHECK(first(with("<data>!!!!</data>")) == "malformed_plist: PayloadContent[0].Icon, line 16, column 16");
    CHECK(codes(findings_of(with("<data>!!!!</data>"))) == Codes{"malformed_plist"});
    const auto head = [&](std::string_view xml) {
        return as_xml({.head = std::string(xml), .payloads = payload("com.apple.webClip.managed", web_clip)});
    };
    CHECK(codes(findings_of(head("<key>RemovalDate</key><date>31.12.2026</date>"))) == Codes{"malformed_plist"});
    CHECK(codes(findings_of(head("<key>TargetDeviceType</key><integer>12345678901234567890123</integer>"))) ==
          Codes{"malformed_plist"});
    CHECK(first("<plist><dict>&bomb;</dict></plist>").starts_with("malformed_plist: line 1"));
    CHECK(first("<!DOCTYPE plist [<!ENTITY a \"a\">]><plist><dict/></plist>").starts_with("malformed_plist: line 1"));
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<array>";
    CHECK(first("<plist>" + deep).starts_with("too_deep: line 1"));
    CHECK(first("<plist><array/></plist>") == "wrong_root: line 1, column 8");
    CHECK(first("hello") == "malformed_plist: ");
}

TEST_CASE("comments, CDATA, entities of XML, UTF-16 and binary are read as what they are") {
    const std::string right =
        as_xml({.head = "<!-- a remark --><key>PayloadDisplayName</key><string><![CDATA[A & B]]> &amp; &#67;</string>",
                .payloads = payload("com.apple.webClip.managed", web_clip)});
    CHECK(codes(findings_of(right)) == Codes{});
    std::string narrow = right;
    narrow.replace(narrow.find("UTF-8"), 5, "UTF-16");
    std::string wide = "\xFF\xFE";
    for (const char c : narrow)
        wide += std::string{c, '\0'};
    CHECK(codes(findings_of(wide)) == Codes{});
    const std::string binary = plist::to_binary(plist::read(right).root);
    CHECK(codes(findings_of(binary)) == Codes{});
}

TEST_CASE("findings beyond the limit are a number") {
    std::string keys;
    for (int i = 0; i < 1500; ++i)
        keys += fmt::format("<key>unknown{}</key><true/>", i);
    const auto findings = findings_of(as_xml({.payloads = payload("com.apple.webClip.managed", web_clip + keys)}));
    CHECK(findings.size() == 1001);
    CHECK(findings.back().code == ErrorCode::too_large);
}
