// SPDX-License-Identifier: Apache-2.0
#include "profile/explanation.hpp"

#include "catch.hpp"
#include "plist/reader.hpp"
#include "profile/overview.hpp"
#include "profile/value_words.hpp"
#include "profile_text.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

using Texts = std::vector<std::string>;

Explanation explained(const ProfileText& text) {
    static const Sentences sentences;
    return explain(plist::read(as_xml(text)).root, built_in(), sentences);
}

Texts texts_of(const std::vector<Statement>& statements) {
    Texts texts;
    for (const Statement& statement : statements)
        texts.push_back(statement.text);
    return texts;
}

/// What is said of the one payload.
Texts told(std::string_view type, std::string_view rest) {
    return texts_of(explained({.payloads = payload(type, rest)}).payloads.at(0).statements);
}

const std::string passcode = "com.apple.mobiledevice.passwordpolicy";
const std::string restrictions = "com.apple.applicationaccess";

std::string key(std::string_view name, std::string_view xml) { return fmt::format("<key>{}</key>{}", name, xml); }
std::string text(std::string_view value) { return fmt::format("<string>{}</string>", value); }
std::string number(int value) { return fmt::format("<integer>{}</integer>", value); }

}  // namespace

TEST_CASE("a passcode is told in plain language") {
    CHECK(told(passcode, key("minLength", number(6)) + key("forcePIN", "<true/>") + key("maxInactivity", number(60)) +
                             key("maxPINAgeInDays", number(1)) + key("allowSimple", "<false/>")) ==
          Texts{"A passcode is required.", "The passcode has at least 6 characters.",
                "A simple passcode, such as 1234 or 1111, is refused.",
                "The passcode must be changed after 1 day at the latest.",
                "The device locks itself after 1 hour without use, or sooner where the user chooses that."});
}

TEST_CASE("zero is no length of time, but what it means") {
    CHECK(told(passcode, key("maxInactivity", number(0)) + key("maxGracePeriod", number(0))) ==
          Texts{"The device need not lock itself.", "Once locked, the device asks for the passcode at once."});
}

TEST_CASE("what users may and may not do stands in the sentence, and in the effect") {
    const auto said =
        explained({.payloads = payload(restrictions, key("allowCamera", "<false/>") + key("allowChat", "<true/>") +
                                                         key("forceEncryptedBackup", "<true/>"))})
            .payloads.at(0)
            .statements;
    REQUIRE(said.size() == 3);
    CHECK(said[0].text == "Users may not use the camera.");
    CHECK(said[0].effect == Effect::forbids);
    CHECK(said[0].path == "allowCamera");
    CHECK(said[1].text == "Users may use iMessage.");
    CHECK(said[1].effect == Effect::unchanged);
    CHECK(said[2].effect == Effect::sets);
}

TEST_CASE("a key needs supervision where the built-in types say so") {
    const auto profile = explained(
        {.payloads = payload(restrictions, key("allowCamera", "<false/>") + key("allowAppInstallation", "<false/>") +
                                               key("allowPhotoStream", "<false/>"))});
    const PayloadExplanation& said = profile.payloads.at(0);
    CHECK(said.supervised_statements() == 1);
    CHECK(!needs_supervision_itself(said.statements.at(0), said));
    CHECK(overview_of(profile) ==
          Texts{"It has 1 payload: Restrictions.", "1 setting in it needs a supervised device; others ignore it."});
    CHECK(said.statements.at(2).conditions.deprecated == Texts{"iOS 17.0"});
}

TEST_CASE("a payload that is for supervised devices as a whole says it once") {
    const auto profile = explained(
        {.payloads = payload("com.apple.app.lock", key("App", "<dict>" + key("Identifier", text("a.b")) + "</dict>"))});
    CHECK(profile.payloads.at(0).supervised_statements() == 0);
    CHECK(overview_of(profile).at(1) == "Supervised devices alone take: Single App Mode.");
    CHECK(texts_of(profile.payloads.at(0).statements) == Texts{"The app is 'a.b'."});
}

TEST_CASE("values are told in words") {
    CHECK(told("com.apple.wifi.managed",
               key("SSID_STR", text("office")) + key("EncryptionType", text("WEP")) +
                   key("EAPClientConfiguration",
                       "<dict>" + key("AcceptEAPTypes", "<array>" + number(13) + number(25) + number(99) + "</array>") +
                           key("UserName", text("jo")) + "</dict>") +
                   key("AutoJoin", "<false/>")) ==
          Texts{"The network is called 'office'.", "The user has to choose it.",
                "It is protected by WEP, which protects nothing any more.", "It asks who wants to join (802.1X).",
                "It is joined by EAP-TLS (a certificate), PEAP (name and password) and 99.", "The name is 'jo'."});
    CHECK(told("com.apple.security.scep",
               key("PayloadContent",
                   "<dict>" + key("URL", text("https://scep.example")) + key("Key Usage", number(5)) +
                       key("Subject",
                           "<array><array><array><string>CN</string><string>x</string></array></array><array><array>"
                           "<string>1.2.840.113549.1.9.7</string><string>hidden</string></array></array></array>") +
                       "</dict>")) == Texts{"The certificate comes from 'https://scep.example'.",
                                            "It is issued to 'CN=x, 1.2.840.113549.1.9.7=(not shown)'.",
                                            "The key is for signing and encryption."});
}

TEST_CASE("rights of an enrollment are told one by one, and what no right is named stands for is said") {
    const auto rights = [](int bits) { return told("com.apple.mdm", key("AccessRights", number(bits))).front(); };
    CHECK(rights(3) == "The server may read which profiles are installed and install and remove profiles.");
    CHECK(rights(8191).starts_with("The server may do all"));
    CHECK(rights(16385) == "The server may read which profiles are installed and what 16384 stands for.");
    CHECK(rights(0) == "The server may do nothing.");
}

TEST_CASE("of a User Enrollment no rights are told: it has its own") {
    const std::string rights = "The rights that it lists mean nothing in a User Enrollment.";
    CHECK(told("com.apple.mdm", key("AccessRights", number(8191)) + key("EnrollmentMode", text("BYOD"))).back() ==
          rights);
    CHECK(told("com.apple.mdm", key("AccessRights", number(8191)) + key("ManagedAppleID", text("a@b"))).back() ==
          rights);
    const auto whole_device =
        told("com.apple.mdm", key("AccessRights", number(1)) + key("EnrollmentMode", text("ADDE")));
    CHECK(whole_device.front() == "The server may read which profiles are installed.");
}

TEST_CASE("what keeps users from removing a profile needs supervision, and is told so in short") {
    const auto in_short = [](std::string_view head) {
        return overview_of(explained({.head = std::string(head), .payloads = payload(passcode)})).back();
    };
    CHECK(in_short("") == "Nothing in it is known to need a supervised device.");
    CHECK(in_short("<key>PayloadRemovalDisallowed</key><true/>") ==
          "Of iPhones, iPads and Apple TVs, supervised ones alone keep users from removing it.");
    CHECK(in_short("<key>HasRemovalPasscode</key><true/>") ==
          "Of iPhones, iPads and Apple TVs, supervised ones alone ask for the removal password.");
}

TEST_CASE("a sentence fits its negation") {
    CHECK(told(restrictions, key("allowHostPairing", "<false/>")) ==
          Texts{"Users may not connect the device to computers other than the one that supervises it."});
}

TEST_CASE("what is to be looked at of a signature is told, whatever devices show") {
    const std::vector<Finding> warnings{{Severity::warning, ErrorCode::not_der, "it is BER", "", ""},
                                        {Severity::info, ErrorCode::chain_order, "out of order", "", ""}};
    CHECK(sentences_on_signature({.shown = Shown::verified, .findings = warnings}, "the roots").back() ==
          "To be looked at: it is BER.");
    CHECK(sentences_on_signature({.shown = Shown::unverified, .findings = warnings}, "the roots").back() ==
          "To be looked at: it is BER.");
}

TEST_CASE("a payload that another names by its UUID is told by its name") {
    const auto profile =
        explained({.payloads = payload("com.apple.mdm",
                                       key("IdentityCertificateUUID", text("00000007-1111-4111-8111-111111111111"))) +
                               payload("com.apple.security.scep", key("PayloadDisplayName", text("Device")), 7) +
                               payload("com.apple.wifi.managed", key("PayloadCertificateUUID", text("nowhere")), 8)});
    CHECK(profile.payloads.at(0).statements.at(0).text ==
          "The device proves who it is with 'Device' (Identity by SCEP).");
    CHECK(texts_of(profile.payloads.at(2).statements).back() ==
          "The device proves who it is with a payload that is not in this profile.");
}

TEST_CASE("items of a list are a sentence each") {
    CHECK(told("com.apple.notificationsettings",
               key("NotificationSettings", "<array><dict>" + key("BundleIdentifier", text("com.example.chat")) +
                                               key("AlertType", number(2)) + key("SoundsEnabled", "<false/>") +
                                               key("New", text("x")) + "</dict></array>")) ==
          Texts{"App 'com.example.chat': alerts are banners that stay, without sounds, New is 'x'."});
    CHECK(told("com.apple.vpn.managed",
               key("IKEv2",
                   "<dict>" +
                       key("OnDemandRules", "<array><dict>" + key("Action", text("Disconnect")) +
                                                key("SSIDMatch", "<array>" + text("office") + "</array>") +
                                                "</dict><dict>" + key("Action", text("Connect")) + "</dict></array>") +
                       "</dict>")) ==
          Texts{"Rule 1: in the Wi-Fi networks 'office', it disconnects.", "Rule 2: it connects."});
}

TEST_CASE("a key without a sentence is told by name and value, at any depth") {
    CHECK(told("org.example.app",
               key("Server", text("a.example")) + key("On", "<true/>") + key("Ratio", "<real>1.5</real>") +
                   key("Blob", "<data>AAAA</data>") + key("Empty", "<dict/>") +
                   key("Deep", "<dict>" + key("List", "<array><dict>" + key("A", number(1)) + "</dict></array>") +
                                   "</dict>")) == Texts{"Setting 'Server' is 'a.example'.", "Setting 'On' is yes.",
                                                        "Setting 'Ratio' is 1.5.", "Setting 'Blob' is 3 bytes of data.",
                                                        "Setting 'Empty' is empty.", "Setting 'Deep.List[0].A' is 1."});
    CHECK(told(restrictions, key("allowTeleport", "<false/>")) == Texts{"Setting 'allowTeleport' is no."});
    CHECK(overview_of(explained({.payloads = payload("org.example.app")})).front() ==
          "It has 1 payload: 'org.example.app'.");
}

TEST_CASE("a value of another type than the sentence is for is told by name") {
    CHECK(told(passcode, key("minLength", text("six"))) == Texts{"Setting 'minLength' is 'six'."});
    CHECK(told(passcode, key("forcePIN", text("yes"))) == Texts{"Setting 'forcePIN' is 'yes'."});
    CHECK(told(passcode, key("minLength", number(-1))) == Texts{"Setting 'minLength' is -1."});
}

TEST_CASE("no secret is told, whatever its key and form") {
    const auto all =
        told("org.example.app",
             key("Password", text("hidden")) + key("adminPassword", number(4711)) + key("api_token", text("hidden")) +
                 key("Secrets", "<array>" + text("hidden") + "<dict>" + key("x", text("hidden")) + "</dict></array>") +
                 key("credentials", "<dict>" + key("x", text("hidden")) + key("y", "<true/>") + "</dict>") +
                 key("URL", text("https://jo:hidden@example.org/a")) + key("Challenge", text("")) +
                 key("sharedSecret", text("%Secret%")));
    CHECK(all == Texts{"Setting 'Password' has a value that is not shown here.",
                       "Setting 'adminPassword' has a value that is not shown here.",
                       "Setting 'api_token' has a value that is not shown here.",
                       "Setting 'Secrets' has a value that is not shown here.",
                       "Setting 'credentials.x' has a value that is not shown here.", "Setting 'credentials.y' is yes.",
                       "Setting 'URL' is 'https://...@example.org/a'.", "Setting 'Challenge' is empty.",
                       "Setting 'sharedSecret' is filled in by the server that sends the profile."});
    CHECK(told("com.apple.airplay", key("Passwords", "<array><dict>" + key("DeviceName", text("TV")) +
                                                         key("Password", text("hidden")) + "</dict></array>")) ==
          Texts{"Receiver 'TV': its password is in this profile, and not shown here."});
    CHECK(told("com.apple.airplay",
               key("Passwords", "<array><dict>" + key("DeviceName", text("TV")) +
                                    key("Tokens", "<array>" + text("hidden") + "</array>") + "</dict></array>")) ==
          Texts{"Receiver 'TV': Tokens is not shown here."});
}

TEST_CASE("a text that holds a secret is not told, whatever its key is") {
    CHECK(told("com.apple.vpn.managed",
               key("VendorConfig", "<dict>" + key("WgQuickConfig", text("[Interface]\nPrivateKey = hidden")) +
                                       key("pin", number(4711)) + "</dict>")) ==
          Texts{"Setting 'VendorConfig.WgQuickConfig' has a value that is not shown here.",
                "Setting 'VendorConfig.pin' has a value that is not shown here."});
    CHECK(told("com.apple.webClip.managed", key("URL", text("https://a.example/?api_key=hidden"))) ==
          Texts{"It opens 'https://a.example/?api_key=...'.", "Users may remove it."});
    CHECK(told("com.apple.webClip.managed", key("Label", text("token=hidden"))) ==
          Texts{"Setting 'Label' has a value that is not shown here.", "Users may remove it."});
}

TEST_CASE("the icons of a Home screen are told page by page") {
    const std::string app = "<dict>" + key("Type", text("App")) + key("BundleID", text("a.b")) + "</dict>";
    const std::string folder = "<dict>" + key("Type", text("Folder")) + key("DisplayName", text("Work")) +
                               key("Pages", "<array><array>" + app + app + "</array></array>") + "</dict>";
    CHECK(told("com.apple.homescreenlayout",
               key("Pages", "<array><array>" + app + folder + "</array><array/></array>")) ==
          Texts{"The pages hold: on page 1 'a.b' and the folder 'Work' (2 icons); on page 2 nothing."});
}

TEST_CASE("the profile as a whole: scope, consent, target, and what no one knows") {
    const auto profile = explained({.head = key("PayloadScope", text("User")) + key("TargetDeviceType", number(5)) +
                                            key("ConsentText", "<dict>" + key("default", text("Agree?")) + "</dict>") +
                                            key("Strange", number(1))});
    CHECK(overview_of(profile) ==
          Texts{"It has no payload: it does nothing.", "On a Mac it holds for one user of it.", "It is meant for Mac.",
                "Before it is installed, the user is shown a text and asked to agree.",
                "Where no other language is the user's, that text is 'Agree?'.", "Setting 'Strange' is 1."});
}

TEST_CASE("payloads that are encrypted cannot be told, and that is said once") {
    CHECK(overview_of(explained(
              {.head = key("IsEncrypted", "<true/>") + key("EncryptedPayloadContent", "<data>MAA=</data>")})) ==
          Texts{"It has payloads that are encrypted for one device: what they do cannot be told."});
}

TEST_CASE("of more settings than are told the number is told") {
    std::string many;
    for (int i = 0; i < 5003; ++i)
        many += key(fmt::format("k{}", i), number(i));
    const auto profile = explained({.payloads = payload("org.example.app", many)});
    CHECK(profile.payloads.at(0).statements.size() == most_statements);
    CHECK(profile.left_out == 3);
}

TEST_CASE("times and lists in words") {
    CHECK(span_in_words(0) == "0 seconds");
    CHECK(span_in_words(90) == "90 seconds");
    CHECK(span_in_words(120) == "2 minutes");
    CHECK(span_in_words(172'800) == "2 days");
    CHECK(span_in_words(7200) == "2 hours");
    CHECK(listed({"a"}) == "a");
    CHECK(listed({"a", "b"}) == "a and b");
    CHECK(listed({"a", "b", "c"}) == "a, b and c");
    CHECK(listed(Texts(25, "a")).ends_with("a and 5 more"));
    CHECK(shown_text(std::string(400, 'x')).ends_with("xxx... (400 bytes in all)"));
    CHECK(shown_text("mail jo@example.org") == "mail jo@example.org");
}
