// SPDX-License-Identifier: Apache-2.0
#include "profile/new_profile.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "profile/made_profiles.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const std::string topic = "com.apple.mgmt.External.11111111-2222-4333-8444-555555555555";

const crypto::Certificate& root_certificate() {
    static const crypto::Certificate certificate = fakes::root().certificate;
    return certificate;
}
std::string ca() { return root_certificate().to_pem(); }

std::string refusal(const std::vector<std::string>& types, const Options& options) {
    return fakes::message_of([&] { return made(types, options); });
}
std::string code(const std::vector<std::string>& types, const Options& options) {
    return fakes::code_of([&] { return made(types, options); });
}

Options wifi(const std::string& password = "a password") {
    Options options;
    options.with("--ssid", "Office").with("--wifi-password-file", password);
    return options;
}
Options scep() {
    Options options;
    options.with("--scep-url", "https://scep.example.com").with("--scep-subject", "CN=x");
    return options;
}
Options enterprise() {
    Options options = scep();
    options.with("--certificate", ca()).with("--ssid", "Corp").with("--wifi-eap", "tls");
    return options;
}
Options enrollment() {
    Options options = scep();
    options.with("--server-url", "https://mdm.example.com").with("--topic", topic);
    return options;
}

const std::string& uuid_of(const MadeProfile& profile, std::string_view type) {
    const auto found = std::find_if(profile.payloads.begin(), profile.payloads.end(),
                                    [type](const MadePayload& p) { return p.type == type; });
    REQUIRE(found != profile.payloads.end());
    return found->uuid;
}

}  // namespace

TEST_CASE("the same options make the same bytes, keys in order") {
    const MadeProfile one = made({"passcode", "wifi"}, wifi());
    CHECK(one.xml.reveal() == made({"wifi", "passcode"}, wifi()).xml.reveal());
    const plist::Value root = read_back(one);
    const auto& keys = *root.get_if<plist::Dict>();
    CHECK(std::is_sorted(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
    CHECK(value_in(one, "com.apple.wifi.managed", {"Password"}) == text("a password"));
    CHECK(one.holds_secrets);
    CHECK_FALSE(made({"passcode"}, {}).holds_secrets);
}

TEST_CASE("what is in a profile makes its UUID, a secret does not, and settings keep theirs") {
    const MadeProfile first = made({"wifi"}, wifi());
    CHECK(made({"wifi"}, wifi("another one")).uuid == first.uuid);
    const MadeProfile hidden = made({"wifi"}, wifi().with("--wifi-hidden"));
    CHECK(hidden.uuid != first.uuid);
    CHECK(uuid_of(hidden, "com.apple.wifi.managed") == uuid_of(first, "com.apple.wifi.managed"));
    CHECK(made({"wifi"}, wifi(), {.identifier = "com.example.other"}).uuid != first.uuid);
    const std::string given = "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA";
    CHECK(made({"wifi"}, wifi(), {.identifier = "a.b", .uuid = given}).uuid == given);
}

TEST_CASE("an identity that is asked for otherwise is another payload") {
    const std::string type = "com.apple.security.scep";
    const std::string first = uuid_of(made({"scep"}, scep()), type);
    CHECK(uuid_of(made({"scep"}, scep().with("--scep-challenge-file", "secret")), type) == first);
    CHECK(uuid_of(made({"scep"}, scep().with("--scep-dns", "a.example.com")), type) != first);
}

TEST_CASE("an enterprise network shows the identity and trusts the certificates of its profile") {
    const MadeProfile profile = made({"wifi", "scep", "certificate"}, enterprise());
    const std::string type = "com.apple.wifi.managed";
    CHECK(value_in(profile, type, {"PayloadCertificateUUID"}) == text(uuid_of(profile, "com.apple.security.scep")));
    CHECK(value_in(profile, type, {"EAPClientConfiguration", "PayloadCertificateAnchorUUID"}) ==
          plist::Value{plist::Array{text(uuid_of(profile, "com.apple.security.root"))}});
    CHECK(value_in(profile, type, {"EAPClientConfiguration", "AcceptEAPTypes"}) ==
          plist::Value{plist::Array{number(13)}});
    CHECK(profile.payloads.front().word == "certificate");
}

TEST_CASE("an enrollment has all rights, says when it goes, and is for the device") {
    const MadeProfile profile = made({"mdm", "scep"}, enrollment());
    const std::string type = "com.apple.mdm";
    CHECK(value_in(profile, type, {"AccessRights"}) == number(8191));
    CHECK(value_in(profile, type, {"CheckOutWhenRemoved"}) == plist::Value{true});
    CHECK(value_in(profile, type, {"Topic"}) == text(topic));
    CHECK(value_in(profile, type, {"IdentityCertificateUUID"}) == text(uuid_of(profile, "com.apple.security.scep")));
    CHECK(*read_back(profile).find("PayloadScope") == text("System"));
}

TEST_CASE("access rights are words, a sum or all") {
    const auto rights = [](const std::string& text) {
        return value_in(made({"mdm", "scep"}, enrollment().with("--access-rights", text)), "com.apple.mdm",
                        {"AccessRights"});
    };
    CHECK(rights("all") == number(8191));
    CHECK(rights("profiles, erase") == number(11));
    CHECK(rights("19") == number(19));
    CHECK(code({"mdm", "scep"}, enrollment().with("--access-rights", "everything")) == "bad_usage");
}

TEST_CASE("what an identity is wanted for says that there is none, or several") {
    Options options = enrollment();
    options.with("--acme-url", "https://a.example.com").with("--acme-client-id", "x").with("--acme-subject", "CN=x");
    CHECK(refusal({"mdm", "scep", "acme"}, options) == "the profile has several identities, and mdm takes one");
    const MadeProfile chosen = made({"mdm", "scep", "acme"}, options, {.identifier = "a.b", .identity = "acme"});
    CHECK(value_in(chosen, "com.apple.mdm", {"IdentityCertificateUUID"}) ==
          text(uuid_of(chosen, "com.apple.security.acme")));
    Options alone;
    alone.with("--server-url", "https://mdm.example.com").with("--topic", topic);
    CHECK(refusal({"mdm"}, alone) == "mdm needs an identity in the same profile");
}

TEST_CASE("an option of a type that is not asked for says whose it is") {
    CHECK(refusal({"passcode"}, wifi()) == "--ssid belongs to wifi, which is not among the types");
    CHECK(refusal({"wifi"}, {}) == "missing for wifi: --ssid NAME");
    CHECK(refusal({"mail"}, {}) == "missing for mail: --mail-in-server HOST, --mail-out-server HOST");
    CHECK(refusal({"passcode", "passcode"}, {}) == "the type 'passcode' is there twice");
    CHECK(refusal({}, {}) == "missing: TYPE");
    CHECK(code({"wlan"}, {}) == "bad_usage");
}

TEST_CASE("options that do not fit one another are refused before anything is made") {
    const auto with = [](std::string_view name, const std::string& text) {
        Options options;
        options.with("--ssid", "Office").with(name, text);
        return options;
    };
    CHECK(refusal({"wifi"}, with("--wifi-user", "jo")) == "'--wifi-user' needs --wifi-eap");
    CHECK(refusal({"wifi"}, wifi().with("--wifi-eap", "peap")) ==
          "'--wifi-eap' and '--wifi-password-file' do not go together");
    CHECK(refusal({"wifi"}, wifi().with("--wifi-security", "none")) ==
          "'--wifi-security none' and '--wifi-password-file' do not go together");
    CHECK(code({"wifi"}, with("--wifi-proxy", "proxy.example.com")) == "bad_usage");
    CHECK(code({"wifi"}, with("--wifi-proxy", "proxy.example.com:0")) == "bad_usage");
    CHECK(code({"wifi"}, Options().with("--ssid", std::string(33, 'x'))) == "bad_usage");
    Options vpn;
    vpn.with("--vpn-server", "v").with("--vpn-auth", "user");
    CHECK(refusal({"vpn"}, vpn) == "'--vpn-auth user' needs --vpn-user");
}

TEST_CASE("a password of WPA is 8 to 63 characters, 64 digits, or for a server to fill in") {
    for (const std::string& good :
         {std::string(8, 'x'), std::string(63, 'x'), std::string(64, 'f'), std::string("%WIFI%"), std::string("$PASS")})
        CHECK(code({"wifi"}, wifi(good)).empty());
    for (const std::string& bad : {std::string(7, 'x'), std::string(64, 'x'), std::string("caf\xC3\xA9 caf\xC3\xA9")})
        CHECK(code({"wifi"}, wifi(bad)) == "wrong_format");
    CHECK(code({"wifi"}, wifi("abcde").with("--wifi-security", "wep")).empty());
}

TEST_CASE("a certificate goes in by what it is, and a PKCS#12 when it opens to one identity") {
    const MadeProfile root = made({"certificate"}, Options().with("--certificate", ca()));
    CHECK(root.payloads.front().type == "com.apple.security.root");
    CHECK(value_in(root, "com.apple.security.root", {"PayloadContent"}) ==
          plist::Value{plist::Data{root_certificate().der()}});
    CHECK(value_in(root, "com.apple.security.root", {"PayloadCertificateFileName"}) == text("a.cer"));
    const std::string leaf = fakes::push_certificate({.serial = "01"}).to_pem();
    CHECK(made({"certificate"}, Options().with("--certificate", leaf + ca())).payloads.size() == 2);
    CHECK(made({"certificate"}, Options().with("--certificate", leaf + ca()).with("--certificate", ca()))
              .payloads.size() == 2);
    const MadeProfile identity =
        made({"certificate"},
             Options().with("--certificate", identity_file()).with("--certificate-passphrase-file", "secret"));
    CHECK(identity.payloads.front().type == "com.apple.security.pkcs12");
    CHECK(identity.holds_secrets);
    CHECK(value_in(identity, "com.apple.security.pkcs12", {"Password"}) == text("secret"));
    CHECK(made({"certificate"}, Options().with("--certificate", identity_file())).holds_secrets);

    CHECK(code({"certificate"},
               Options().with("--certificate", identity_file()).with("--certificate-passphrase-file", "other")) ==
          "wrong_passphrase");
    CHECK(code({"certificate"},
               Options().with("--certificate", ca()).with("--certificate-passphrase-file", "secret")) == "bad_usage");
    CHECK(code({"certificate"}, Options().with("--certificate", "no certificate")) == "not_a_certificate");
    CHECK(code({"certificate"},
               Options().with("--certificate", ca() + std::string(fakes::rsa_key().to_pem().reveal()))) ==
          "not_a_certificate");
}

TEST_CASE("a certificate that has ended is warned of, in a PKCS#12 that opens as well") {
    const fakes::Authority old = fakes::root({.not_after = fakes::at("2026-01-01")});
    const auto noticed = [](const Options& options) { return fakes::codes(made({"certificate"}, options).findings); };
    CHECK(noticed(Options().with("--certificate", old.certificate.to_pem())) == fakes::Codes{"expired"});
    CHECK(noticed(Options()
                      .with("--certificate", identity_file("secret", old))
                      .with("--certificate-passphrase-file", "secret")) == fakes::Codes{"expired"});
}

TEST_CASE("a passphrase that a PKCS#12 does not need is the wrong one") {
    const Options options =
        Options().with("--certificate", identity_file("")).with("--certificate-passphrase-file", "x");
    CHECK(code({"certificate"}, options) == "wrong_passphrase");
    CHECK(made({"certificate"}, Options().with("--certificate", identity_file(""))).holds_secrets);
}

TEST_CASE("a bare key asks for its certificate, and both together do not") {
    const std::string key(fakes::rsa_key().to_pem().reveal());
    const auto hint = [](const std::string& file) -> std::string {
        try {
            made({"certificate"}, Options().with("--certificate", file));
        } catch (const Error& error) {
            return error.hint();
        }
        return "";
    };
    CHECK(hint(key) ==
          "with its certificate: openssl pkcs12 -export -in CERTIFICATE -inkey 'a.file' -out identity.p12");
    CHECK(hint(ca() + key) == "openssl pkcs12 -export -in 'a.file' -out identity.p12");
}

TEST_CASE("a certificate keeps its UUID when its file has another name") {
    const auto uuid = [](const std::string& file) {
        GivenOptions given;
        given.add_file("--certificate", {.name = file, .bytes = Secret{ca()}});
        return make_profile(some_head(), {"certificate"}, given, fakes::at("2026-06-01")).payloads.front().uuid;
    };
    CHECK(uuid("a.pem") == uuid("b.crt"));
}

TEST_CASE("restrictions are Apple's keys, or the words in them") {
    const auto restricted = [](const Options& options, std::string_view key) {
        return value_in(made({"restrictions"}, options), "com.apple.applicationaccess", {key});
    };
    CHECK(restricted(Options().with("--forbid", "camera,airdrop"), "allowAirDrop") == plist::Value{false});
    CHECK(restricted(Options().with("--forbid", "safari-java-script"), "safariAllowJavaScript") == plist::Value{false});
    CHECK(restricted(Options().with("--forbid", "allowAirDrop"), "allowAirDrop") == plist::Value{false});
    CHECK(restricted(Options().with("--force", "managed-pasteboard"), "requireManagedPasteboard") ==
          plist::Value{true});
    CHECK(restricted(Options().with("--restriction", "ratingApps=600"), "ratingApps") == number(600));
    CHECK(restricted(Options().with("--restriction", "safariAcceptCookies=1.5"), "safariAcceptCookies") ==
          plist::Value{1.5});
    CHECK(restricted(Options().with("--restriction", "blockedAppBundleIDs=a.b, c.d"), "blockedAppBundleIDs") ==
          plist::Value{plist::Array{text("a.b"), text("c.d")}});
    for (const auto& [option, text] : {std::pair{"--forbid", "camra"},
                                       {"--force", "camera"},
                                       {"--restriction", "ratingApps"},
                                       {"--restriction", "ratingApps=many"},
                                       {"--restriction", "allowCamera=no"},
                                       {"--restriction", "allowCamra=true"}})
        CHECK(code({"restrictions"}, Options().with(option, text)) == "bad_usage");
    CHECK(code({"restrictions"}, {}) == "bad_usage");
}

TEST_CASE("a restriction is said once") {
    const auto refused = [](const std::string& forbidden, const std::string& pair) {
        return refusal({"restrictions"}, Options().with("--forbid", forbidden).with("--restriction", pair));
    };
    CHECK(refused("camera", "allowCamera=true") == "--forbid and --restriction both say what allowCamera is to be");
    CHECK(refused("camera,allowCamera", "ratingApps=600") == "--forbid says what allowCamera is to be twice");
    CHECK(refused("camera", "ratingApps=600").empty());
}

TEST_CASE("the head of a profile says what is said of it as a whole, with the password that removes it") {
    const Secret password{"away"};
    const MadeProfile profile = made({"passcode"}, {},
                                     {.identifier = "a.b",
                                      .name = "Base",
                                      .consent = "Do you?",
                                      .removal_disallowed = true,
                                      .removal_password = &password,
                                      .removal_after = std::chrono::hours(24),
                                      .device_type = 5});
    const plist::Value root = read_back(profile);
    CHECK(*root.find("PayloadDisplayName") == text("Base"));
    CHECK(*root.find("ConsentText")->find("default") == text("Do you?"));
    CHECK(*root.find("DurationUntilRemoval") == plist::Value{86400.0});
    CHECK(*root.find("TargetDeviceType") == number(5));
    CHECK(value_in(profile, "com.apple.profileRemovalPassword", {"RemovalPassword"}) == text("away"));
    CHECK(root.find("PayloadScope") == nullptr);
}

TEST_CASE("a profile does not end before it begins, and an enrollment that ends is warned of") {
    const auto ending = [](std::string_view date) {
        return fakes::code_of([&] {
            return made({"passcode"}, {}, {.identifier = "a.b", .removal_date = fakes::at(std::string(date))});
        });
    };
    CHECK(ending("2026-05-31") == "end_in_past");
    CHECK(ending("2026-06-02").empty());
    CHECK(fakes::code_of([&] {
              return made({"passcode"}, {}, {.identifier = "a.b", .removal_after = std::chrono::seconds(0)});
          }) == "bad_usage");
    const ProfileHead head{.identifier = "a.b", .removal_after = std::chrono::hours(24)};
    CHECK(fakes::codes(made({"mdm", "scep"}, enrollment(), head).findings) == fakes::Codes{"expiring"});
    CHECK(made({"passcode"}, {}, head).findings.empty());
}

TEST_CASE("an enrollment is for no single user of a Mac") {
    CHECK(fakes::code_of([] {
              return made({"mdm", "scep"}, enrollment(), {.identifier = "a.b", .scope = "User"});
          }) == "bad_usage");
}

TEST_CASE("a user's own device is enrolled without rights, for an account") {
    const auto byod = [] { return enrollment().with("--enrollment-mode", "byod"); };
    const MadeProfile profile = made({"mdm", "scep"}, byod().with("--assigned-account", "jo@example.com"));
    CHECK(value_in(profile, "com.apple.mdm", {"AccessRights"}) == plist::Value{});
    CHECK(code({"mdm", "scep"}, byod().with("--assigned-account", "jo")) == "bad_usage");
    CHECK(code({"mdm", "scep"}, byod().with("--access-rights", "all")) == "bad_usage");
}

TEST_CASE("a VPN says what the key of its identity is") {
    const auto vpn = [](const std::string& key) {
        Options options;
        options.with("--acme-url", "https://a.example.com").with("--acme-client-id", "x");
        options.with("--acme-subject", "CN=x").with("--acme-key", key).with("--vpn-server", "v.example.com");
        options.with("--vpn-auth", "certificate").with("--vpn-local-id", "x");
        return options;
    };
    const std::string type = "com.apple.vpn.managed";
    const auto kind = [&](const Options& options) {
        return value_in(made({"acme", "vpn"}, options), type, {"IKEv2", "CertificateType"});
    };
    CHECK(kind(vpn("ec-384").with("--vpn-server-issuer", "CA")) == text("ECDSA384"));
    CHECK(refusal({"acme", "vpn"}, vpn("ec-384")) ==
          "'--vpn-auth certificate with a key of ecdsa-384' needs --vpn-server-issuer");
    CHECK(kind(vpn("rsa-2048")) == plist::Value{});
    const auto typed = [&](const std::string& key, const std::string& word) {
        return code({"acme", "vpn"}, vpn(key).with("--vpn-server-issuer", "CA").with("--vpn-certificate-type", word));
    };
    CHECK(typed("rsa-2048", "rsa-pss").empty());
    CHECK(typed("ec-256", "ecdsa-256").empty());
    CHECK(typed("ec-256", "rsa") == "bad_usage");
    CHECK(typed("rsa-2048", "ecdsa-256") == "bad_usage");
}

TEST_CASE("an enterprise network that believes any server says so, and is one") {
    const auto peap = [] { return Options().with("--ssid", "Corp").with("--wifi-eap", "peap"); };
    CHECK(fakes::codes(made({"wifi"}, peap()).findings) == fakes::Codes{"insecure_connection"});
    CHECK(made({"wifi"}, peap().with("--wifi-server-name", "radius.example.com")).findings.empty());
    CHECK(made({"wifi", "certificate"}, peap().with("--certificate", ca())).findings.empty());
    CHECK(code({"wifi"}, peap().with("--wifi-security", "none")) == "bad_usage");
    CHECK(code({"wifi"}, peap().with("--wifi-security", "wep")) == "bad_usage");
    CHECK(code({"wifi"}, peap().with("--wifi-tls-min", "1.2").with("--wifi-tls-max", "1.1")) == "bad_usage");
}

TEST_CASE("an icon is a square PNG of 400 pixels at most, and whole") {
    const auto clip = [](const std::string& icon) {
        Options options;
        options.with("--web-clip-url", "https://a.example.com").with("--web-clip-label", "A");
        return code({"web-clip"}, options.with("--web-clip-icon", icon));
    };
    CHECK(clip(icon_file(1, 1)).empty());
    CHECK(clip(icon_file(400, 400)).empty());
    CHECK(clip(icon_file(401, 401)) == "out_of_range");
    CHECK(clip(icon_file(60, 61)) == "out_of_range");
    CHECK(clip(icon_file(0, 0)) == "out_of_range");
    CHECK(clip(icon_file(60, 60).substr(0, 40)) == "wrong_format");
    CHECK(clip("\x89PNG\r\n\x1A\n") == "wrong_format");
    CHECK(clip("\xFF\xD8\xFF") == "not_recognized");
}

TEST_CASE("an identifier and a UUID are what they are called") {
    for (const std::string bad : {"", "a b", "a/b", "caf\xC3\xA9"})
        CHECK(fakes::code_of([&] { return made({"passcode"}, {}, {.identifier = bad}); }) == "bad_usage");
    CHECK(fakes::code_of([&] { return made({"passcode"}, {}, {.identifier = "a.b", .uuid = "x"}); }) == "bad_usage");
}

TEST_CASE("the option behind a place in the profile") {
    const MadeProfile profile = made({"passcode", "wifi"}, wifi().with("--min-length", "6"));
    CHECK(option_behind("PayloadContent[0].minLength, line 4, column 2", profile) == "--min-length");
    CHECK(option_behind("PayloadContent[1].SSID_STR", profile) == "--ssid");
    for (const std::string_view none : {"", "PayloadUUID", "PayloadContent[0]", "PayloadContent[9].minLength",
                                        "PayloadContent[1].minLength", "PayloadContent[x].minLength"})
        CHECK(option_behind(none, profile).empty());
}
