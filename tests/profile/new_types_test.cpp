// SPDX-License-Identifier: Apache-2.0
// The table of what `mdmctl profile new` takes, held against Apple's schema: one option after the other.
#include "profile/new_types.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/shared_data.hpp"
#include "profile/built_in_types.hpp"
#include "profile/lint.hpp"
#include "profile/new_options.hpp"
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
        {"--web-clip-icon", "\x89PNG\r\n\x1A\n..."},
        {"--home-screen-layout", "pages: [[a.b, {folder: F, pages: [[c.d]]}, {web-clip: 'https://e'}]]\ndock: [f.g]"},
        {"--min-complex", "2"},
        {"--max-inactivity", "5"},
        {"--vpn-lifetime", "60"},
        {"--vpn-mtu", "1400"}};
    const auto found = values.find(option);
    return found == values.end() ? "7" : found->second;
}

/// What else has to be given with an option, beside what its type requires.
std::vector<std::pair<std::string_view, std::string>> company_of(std::string_view option) {
    if (option == "--wifi-eap")
        return {{"--wifi-eap", "peap"}};
    if (option == "--wifi-tls-min")
        return {{"--wifi-eap", "ttls"}, {"--wifi-outer-identity", "anonymous"}};
    for (const std::string_view of_enterprise :
         {"--wifi-user", "--wifi-outer-identity", "--wifi-inner", "--wifi-server-name", "--wifi-tls-max"})
        if (option.starts_with(of_enterprise))
            return {{"--wifi-eap", "ttls"}};
    if (option == "--vpn-certificate-type")
        return {{"--vpn-server-issuer", "CA"}};
    if (option == "--acme-attest")
        return {{"--acme-hardware-bound", ""}};
    if (option == "--pinning-revocation-check")
        return {{"--pin-certificates", ""}};
    if (option == "--enrollment-mode")
        return {{"--assigned-account", "jo@example.com"}};
    if (option == "--assigned-account")
        return {{"--enrollment-mode", "byod"}};
    return {};
}

/// A profile of a type with one option, and with all that the type requires; every word of an option in turn.
std::vector<MadeProfile> profiles_with(const NewType& type, const NewOption& option) {
    std::vector<MadeProfile> all;
    std::vector<std::string> words = option.typed_words();
    if (words.empty())
        words.push_back(option.is_flag() ? "" : value_for(option.name));
    for (const std::string& word : words) {
        Options options;
        std::set<std::string_view> given;
        const auto give = [&](std::string_view name, const std::string& text) {
            if (given.insert(name).second)
                options.with(name, text);
        };
        // An identity and a certificate, for whatever refers to them.
        if (option.name != "--certificate-passphrase-file")
            give("--certificate-passphrase-file", "secret");
        if (option.name != "--certificate")
            give(option.name, word);
        options.with("--certificate", identity_file());
        options.with("--certificate", fakes::root().certificate.to_pem());
        given.insert("--certificate");
        if (option.name == "--vpn-shared-secret-file")
            give("--vpn-auth", "shared-secret");
        if (option.name == "--vpn-user" || option.name == "--vpn-password-file") {
            give("--vpn-auth", "user");
            give("--vpn-user", "jo");
        }
        if (word == "shared-secret")
            give("--vpn-shared-secret-file", "a secret");
        if (option.name == "--vpn-auth" && word == "user")
            give("--vpn-user", "jo");
        if (type.word == "vpn")
            give("--vpn-local-id", "device");
        if (type.word == "exchange")
            give("--exchange-server", "mail.example.com");
        if (type.word == "mdm")
            give("--topic", topic);
        for (const auto& [name, text] : company_of(option.name))
            give(name, text);
        for (const NewOption& required : type.options)
            if (required.is_required)
                give(required.name, required.name == "--vpn-auth" ? "certificate" : value_for(required.name));
        std::vector<std::string> types{"certificate"};
        if (type.word != "certificate")
            types.emplace_back(type.word);
        all.push_back(made(types, options, {.identifier = "com.example.test", .identity = "certificate"}));
    }
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
