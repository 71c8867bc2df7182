// SPDX-License-Identifier: Apache-2.0
// The table of what `mdmctl profile new` takes, held against Apple's schema: one option after the other.
#include "profile/new_types.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/shared_data.hpp"
#include "profile/built_in_types.hpp"
#include "profile/lint.hpp"
#include "profile/made_profiles.hpp"
#include "profile/schema_folder.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

using Kind = NewOption::Kind;

const std::string topic = "com.apple.mgmt.External.11111111-2222-4333-8444-555555555555";

/// What an option takes that does not take any text.
std::string value_for(std::string_view option) {
    static const std::map<std::string_view, std::string> values{
        {"--scep-subject", "CN=%SerialNumber%,O=Example"},
        {"--acme-subject", "CN=%SerialNumber%,1.2.840.113549.1.9.1=a@b.c"},
        {"--acme-url", "https://acme.example.com/directory"},
        {"--scep-ca-fingerprint", std::string(64, 'a')},
        {"--server-url", "https://mdm.example.com/mdm"},
        {"--check-in-url", "https://mdm.example.com/checkin"},
        {"--topic", topic},
        {"--access-rights", "profiles,lock,provisioning"},
        {"--wifi-password-file", "a password"},
        {"--wifi-proxy", "proxy.example.com:3128"},
        {"--forbid", "camera,safari-java-script,allowAirDrop"},
        {"--force", "encrypted-backup,managed-pasteboard"},
        {"--restriction", "ratingApps=600"},
        {"--certificate-passphrase-file", "secret"},
        {"--web-clip-icon", icon_file(60, 60)},
        {"--web-clip-url", "https://intranet.example.com"},
        {"--wifi-proxy-pac", "http://proxy.example.com/proxy.pac"},
        {"--scep-url", "http://scep.example.com"},
        {"--scep-uri", "urn:example:1"},
        {"--acme-uri", "urn:example:1"},
        {"--assigned-account", "jo@example.com"},
        {"--home-screen-layout", "pages: [[a.b, {folder: F, pages: [[c.d]]}, {web-clip: 'https://e'}]]\ndock: [f.g]"},
        {"--min-complex", "2"},
        {"--max-inactivity", "5"},
        {"--vpn-lifetime", "60"},
        {"--vpn-mtu", "1400"}};
    const auto found = values.find(option);
    return found == values.end() ? "7" : found->second;
}

using Given = std::vector<std::pair<std::string_view, std::string>>;

/// What else has to be given with an option, or with one of its words, beside what its type requires.
Given company_of(std::string_view option, std::string_view word) {
    static const std::map<std::string_view, Given> company{
        {"--wifi-user", {{"--wifi-eap", "ttls"}}},
        {"--wifi-user-password-file", {{"--wifi-eap", "ttls"}}},
        {"--wifi-outer-identity", {{"--wifi-eap", "ttls"}}},
        {"--wifi-inner", {{"--wifi-eap", "ttls"}}},
        {"--wifi-server-name", {{"--wifi-eap", "ttls"}}},
        {"--wifi-tls-min", {{"--wifi-eap", "ttls"}, {"--wifi-outer-identity", "anonymous"}}},
        {"--wifi-tls-max", {{"--wifi-eap", "ttls"}}},
        {"--vpn-certificate-type", {{"--vpn-server-issuer", "CA"}}},
        {"--vpn-user", {{"--vpn-auth", "user"}}},
        {"--vpn-password-file", {{"--vpn-auth", "user"}, {"--vpn-user", "jo"}}},
        {"--vpn-shared-secret-file", {{"--vpn-auth", "shared-secret"}}},
        {"--acme-attest", {{"--acme-hardware-bound", ""}}},
        {"--pinning-revocation-check", {{"--pin-certificates", ""}}},
        {"--enrollment-mode", {{"--assigned-account", "jo@example.com"}}},
        {"--assigned-account", {{"--enrollment-mode", "byod"}}}};
    if (option == "--vpn-auth" && word == "user")
        return {{"--vpn-user", "jo"}};
    if (option == "--vpn-auth" && word == "shared-secret")
        return {{"--vpn-shared-secret-file", "a secret"}};
    const auto found = company.find(option);
    return found == company.end() ? Given{} : found->second;
}

/// What a type needs that its table does not say, since something else would do as well.
Given needs_of(std::string_view type) {
    if (type == "vpn")
        return {{"--vpn-local-id", "device"}};
    if (type == "exchange")
        return {{"--exchange-server", "mail.example.com"}};
    if (type == "mdm")
        return {{"--topic", topic}};
    return {};
}

/// An option with all that it needs; and an identity and a certificate, for whatever refers to them.
Options options_with(const NewType& type, const NewOption& option, const std::string& word) {
    Given wanted{{option.name, word}};
    for (const auto& more : {company_of(option.name, word), needs_of(type.word)})
        wanted.insert(wanted.end(), more.begin(), more.end());
    for (const NewOption& required : type.options)
        if (required.is_required)
            wanted.emplace_back(required.name,
                                required.name == "--vpn-auth" ? "certificate" : value_for(required.name));
    // Made once, in the form that is tried soonest, and opened by the one option that does.
    static const std::string identity = identity_file("secret", fakes::root(), crypto::Pkcs12Profile::apple);
    Options options;
    options.with("--certificate", identity).with("--certificate", fakes::root().certificate.to_pem());
    std::set<std::string_view> given{"--certificate"};
    for (const auto& [name, text] : wanted)
        if (given.insert(name).second)
            options.with(name, text);
    return options;
}

/// A profile with the option, one for each of its words.
std::vector<MadeProfile> profiles_with(const NewType& type, const NewOption& option) {
    std::vector<std::string> words = option.typed_words();
    if (words.empty())
        words.push_back(option.is_flag() ? "" : value_for(option.name));
    std::vector<std::string> types{"certificate"};
    if (type.word != "certificate")
        types.emplace_back(type.word);
    std::vector<MadeProfile> all;
    for (const std::string& word : words)
        all.push_back(made(types, options_with(type, option, word),
                           {.identifier = "com.example.test", .identity = "certificate"}));
    return all;
}

}  // namespace

TEST_CASE("every option of every type makes a profile that Apple's schema takes, and lint") {
    const auto folder = fakes::shared_folder("apple-device-management/mdm/profiles");
    const Schema built_in = built_in_schema();
    std::optional<Schema> apples;
    std::vector<const Schema*> schemas{&built_in};
    if (folder) {
        apples = SchemaFolder(folder->string()).read();
        schemas.insert(schemas.begin(), &*apples);
    }
    const PayloadRules rules(std::move(schemas), {});
    for (const NewType& type : new_types())
        for (const NewOption& option : type.options) {
            CAPTURE(option.name);
            for (const MadeProfile& profile : profiles_with(type, option)) {
                const auto findings = lint(profile.xml.reveal(), "p", rules, fakes::at("2026-06-01")).findings;
                const Finding* error = first_error(findings);
                CAPTURE(error != nullptr ? error->message + " " + error->where : "");
                CHECK(error == nullptr);
                CHECK(std::none_of(findings.begin(), findings.end(), [](const Finding& f) {
                    return f.code == ErrorCode::unknown_payload_key || f.code == ErrorCode::unknown_payload_type;
                }));
            }
        }
}

TEST_CASE("names of options are there once, presets are among the words, and no flag has a key that takes a value") {
    std::set<std::string_view> names;
    for (const NewType& type : new_types())
        for (const NewOption& option : type.options) {
            CAPTURE(option.name);
            CHECK(names.insert(option.name).second);
            const auto words = option.typed_words();
            const bool fits = option.preset.empty() || words.empty() ||
                              std::find(words.begin(), words.end(), option.preset) != words.end();
            CHECK(fits);
            const bool has_form = option.is_flag() == (option.value.empty() && words.empty());
            CHECK(has_form);
            const bool is_secret = option.kind == Kind::secret;
            CHECK(is_secret == (option.name.ends_with("-file")));
        }
}

TEST_CASE("a word that is no type names the types, and what may have been meant") {
    CHECK(fakes::message_of([] {
              return new_type_named("pascode");
          }).starts_with("'pascode' is no type of payload: certificate, scep, "));
    CHECK(new_type_named("web-clip").type == "com.apple.webClip.managed");
}
