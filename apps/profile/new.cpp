// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "plist/reader.hpp"
#include "profile/built_in_types.hpp"
#include "profile/commands.hpp"
#include "profile/lint.hpp"
#include "profile/new_options.hpp"
#include "profile/new_profile.hpp"
#include "profile/new_replacement.hpp"
#include "profile/outline.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Scope { unsaid, system, user };
enum class Identity { only_one, scep, acme, certificate };
/// As Apple counts them.
enum class Device { any, iphone, watch, homepod, apple_tv, mac, vision };

struct Options {
    std::vector<std::string> types;
    bool mdm = false;
    std::string push_certificate;
    profile::ProfileHead head;
    Scope scope = Scope::unsaid;
    Identity identity = Identity::only_one;
    Device device = Device::any;
    cli::InputFile removal_password_file;
    cli::OutputFile out;
    NewTypeOptions of_types;
};

std::vector<std::string> types_of(const Options& o) {
    std::vector<std::string> types = o.types;
    if (o.mdm && std::find(types.begin(), types.end(), "mdm") == types.end())
        types.emplace_back("mdm");
    return types;
}

profile::ProfileHead head_of(const Options& o, const std::optional<Secret>& removal_password) {
    profile::ProfileHead head = o.head;
    if (o.scope != Scope::unsaid)
        head.scope = o.scope == Scope::system ? "System" : "User";
    if (o.identity != Identity::only_one)
        head.identity = o.identity == Identity::scep ? "scep" : o.identity == Identity::acme ? "acme" : "certificate";
    head.device_type = static_cast<std::int64_t>(o.device);
    head.removal_password = removal_password ? &*removal_password : nullptr;
    return head;
}

std::vector<Finding> lint(const profile::MadeProfile& made, const profile::Target& target, Time now) {
    const profile::Schema built_in = profile::built_in_schema();
    const profile::PayloadRules rules({&built_in}, target);
    return profile::lint(made.xml.reveal(), "the profile", rules, now).findings;
}

/// A user's own device may be an iPhone, an iPad or a Mac: what one of them does not take is said.
void add_user_enrollment(std::vector<Finding>& findings, const profile::MadeProfile& made, Time now) {
    for (const profile::Os os : {profile::Os::ios, profile::Os::macos})
        for (Finding& finding : lint(made, {.os = os, .enrollment = profile::Target::Enrollment::user}, now)) {
            const bool is_known = std::any_of(findings.begin(), findings.end(), [&finding](const Finding& f) {
                return f.code == finding.code && f.where == finding.where;
            });
            if (finding.code == ErrorCode::not_in_user_enrollment && !is_known)
                findings.push_back(std::move(finding));
        }
}

/// lint judges what was made as it would any other profile; that it is not signed yet goes without saying.
std::vector<Finding> judge(const profile::MadeProfile& made, const profile::GivenOptions& given, Time now) {
    auto findings = lint(made, {}, now);
    if (given.text("--enrollment-mode") == "byod")
        add_user_enrollment(findings, made, now);
    std::erase_if(findings, [](const Finding& f) { return f.code == ErrorCode::not_signed; });
    for (Finding& finding : findings)
        if (const auto option = profile::option_behind(finding.where, made); !option.empty())
            finding.message = fmt::format("{}: {}", option, finding.message);
    findings.insert(findings.begin(), made.findings.begin(), made.findings.end());
    if (first_error(findings) != nullptr)
        throw Error::from_findings(findings);
    return findings;
}

/// nullopt: it is no profile, or has another identifier
std::optional<plist::Document> earlier_one(const FileContent& there, std::string_view identifier) {
    try {
        plist::Document document = plist::read(there.bytes.reveal());
        if (profile::text_of(document.root, "PayloadIdentifier") == identifier)
            return document;
    } catch (const Error&) {
        return std::nullopt;
    }
    return std::nullopt;
}

bool may_replace(const FileContent& there, const Options& o, const profile::MadeProfile& made) {
    const auto earlier = earlier_one(there, o.head.identifier);
    if (earlier)
        profile::check_replacement(earlier->root, made, o.out.path);
    return earlier.has_value();
}

void write(const cli::World& world, const Options& o, const profile::MadeProfile& made) {
    world.refuse_to_replace(
        o.out, [&](const FileContent& there) { return may_replace(there, o, made); },
        fmt::format("is no profile with the identifier {}", o.head.identifier), limits::profile_file);
    const Privacy privacy = made.holds_secrets ? Privacy::secret : Privacy::open;
    if (world.settings.dry_run) {
        StagedFile{o.out.path, privacy};  // what can fail of writing; it goes away again
        return world.say("the profile can be made; nothing was written");
    }
    world.write(o.out, made.xml.reveal(), privacy, {});
    if (o.out.path == "-")
        return;
    const auto there = read_existing(o.out.path, limits::profile_file);
    if (there && there->bytes.reveal() != made.xml.reveal())
        throw Error{ErrorCode::cannot_write, fmt::format("'{}' does not hold what was written into it", o.out.path),
                    "look at its disk, and whether another program writes there"};
    world.next(fmt::format("mdmctl profile sign {}", shell_quoted(o.out.path)));
}

cli::Record record_of(const Options& o, const profile::MadeProfile& made, const profile::GivenOptions& given,
                      const std::string& tenant, std::vector<Finding> findings) {
    std::vector<cli::Record> payloads;
    for (const profile::MadePayload& payload : made.payloads)
        payloads.push_back({{"type", payload.type}, {"identifier", payload.identifier}, {"uuid", payload.uuid}});
    return {{"file", o.out.path},
            {"identifier", o.head.identifier},
            {"uuid", made.uuid},
            {"tenant", none_if_empty(tenant)},
            {"topic", none_if_empty(std::string(given.text("--topic")))},
            {"holds_secrets", made.holds_secrets},
            {"payloads", std::move(payloads)},
            {"findings", std::move(findings)}};
}

cli::Result run(cli::World& world, const Options& o, const PushTopicInStore& in_store) {
    std::optional<Secret> removal_password;
    if (o.removal_password_file.given())
        removal_password = read_secret_line(world, o.removal_password_file, "--removal-password-file");
    profile::GivenOptions given = given_options(world, o.of_types);
    std::string tenant;
    if (o.mdm) {
        PushTopic found = in_store(world, o.push_certificate);
        given.add("--mdm", {});
        given.add("--topic", {std::move(found.topic)});
        tenant = std::move(found.tenant);
    }
    const profile::MadeProfile made =
        profile::make_profile(head_of(o, removal_password), types_of(o), given, world.clock.now());
    const auto findings = judge(made, given, world.clock.now());
    write(world, o, made);
    cli::Record record = record_of(o, made, given, tenant, findings);
    if (!world.output_taken || !world.settings.quiet)
        return record;
    for (const Finding& finding : findings)
        world.warn(finding.message);
    return cli::Text{.body = {}, .data = std::move(record)};
}

std::vector<std::string> type_words() {
    std::vector<std::string> words;
    for (const profile::NewType& type : profile::new_types())
        words.emplace_back(type.word);
    return words;
}

void declare(cli::Parser& p, Options& o) {
    cli::Argument& types = p.positional("TYPE", o.types, "what the profile sets").optional();
    types.completed_by(cli::Argument::Takes::choice).choices = type_words();
    p.option("--identifier", "ID", o.head.identifier,
             "by which devices know the profile, and replace it: com.example.wifi")
        .required();
    p.option("--out", "FILE", o.out, "where the profile goes; - is standard output").required();
    p.option("--name", "TEXT", o.head.name, "what users see").shown_default("the identifier");
    p.option("--organization", "TEXT", o.head.organization, "whose it is");
    p.option("--description", "TEXT", o.head.description, "what it is for");
    p.option("--consent", "TEXT", o.head.consent, "what the user has to agree to");
    p.option("--uuid", "UUID", o.head.uuid, "its PayloadUUID").shown_default("derived from what is in it");
    p.choice("--scope", o.scope, {{"system", Scope::system}, {"user", Scope::user}},
             "macOS: for the Mac or for one user of it; an enrollment is for the Mac");
    p.choice("--device-type", o.device,
             {{"any", Device::any},
              {"iphone", Device::iphone},
              {"watch", Device::watch},
              {"homepod", Device::homepod},
              {"apple-tv", Device::apple_tv},
              {"mac", Device::mac},
              {"vision", Device::vision}},
             "the only devices that take it, where a person opens it; iphone: iPads, too");
    p.flag("--removal-disallowed", o.head.removal_disallowed,
           "users cannot remove it: supervised devices, and Macs without an administrator");
    p.option("--removal-password-file", "FILE", o.removal_password_file,
             "its first line is the password that removes it; supervised devices and Macs");
    p.option("--expires", "DATE", o.head.removal_date, "the device removes it then");
    p.option("--expires-after", "LENGTH", o.head.removal_after,
             "the device removes it so long after it came: 30d, 12h");
    p.choice("--identity", o.identity,
             {{"scep", Identity::scep}, {"acme", Identity::acme}, {"certificate", Identity::certificate}},
             "the type whose identity the others show, where there are several");
    p.flag("--mdm", o.mdm, "an enrollment: type mdm, with the topic of the push certificate that the store holds")
        .excludes({"--topic"});
    p.option("--push-certificate", "NAME", o.push_certificate, "which one, where the tenant has several")
        .needs({"--mdm"})
        .shown_default("the root policy's");
    declare_new_types(p, o.of_types);
}

}  // namespace

cli::Command profile_new_command(const PushTopicInStore& in_store) {
    return cli::command<Options>({
        .name = "new",
        .summary = "Make a configuration profile from options",
        .details =
            "One profile with a payload of each TYPE, whose options are below, type by type; one of a type that is "
            "not asked for is refused. What options do not say is left to the device. Passwords and challenges "
            "come out of files alone, by the options whose names end in -file, and stand in the profile in clear "
            "text, which is warned of; leave them out, and the user is asked. A value like %SerialNumber% is for a "
            "server to fill in.\n\n"
            "Types belong together: the identity that scep, acme or a PKCS#12 of certificate brings is shown by "
            "wifi (--wifi-eap tls), vpn (--vpn-auth certificate), exchange (--exchange-identity) and mdm; the "
            "certificates without a key are those that wifi believes a RADIUS server by. Which systems take what, "
            "and whether supervised ones alone, says mdmctl profile lint --os.\n\n"
            "The profile is judged as mdmctl profile lint does before it is written, and not written where there "
            "is an error; then it is read back. The same options make the same bytes: keys are sorted, and the "
            "UUIDs derived, a payload's from its identifier (of identities and certificates, from what is in them "
            "as well), the profile's from all of it. So a profile that is made again with the same --identifier "
            "replaces the installed one, what did not change stays in its place, and a changed one has another "
            "PayloadUUID. Secrets are left out of that: where a password alone changes, --uuid \"$(uuidgen)\" "
            "gives it another.\n\n"
            "With --mdm the enrollment is bound to the topic of the tenant's push certificate, which has to be "
            "valid: where it has ended, or there is none, nothing is made (exit 4). Devices never take another "
            "topic, server or added rights from a later profile.\n\n"
            "--out is 0600 where the profile holds a password or a private key. It appears whole or not at all, "
            "and replaces an earlier profile with the same identifier and nothing else: no enrollment with another "
            "topic or server (exit 4).",
        .effect = cli::Effect::changes,
        .options = declare,
        .run = [in_store](cli::World& world, const Options& o) { return run(world, o, in_store); },
        .examples =
            {{"mdmctl profile new passcode wifi --min-length 6 --ssid Office --wifi-password-file wifi.txt "
              "--identifier com.example.base --organization Example --out base.mobileconfig",
              "A passcode, and the network of the office"},
             {"mdmctl profile new certificate scep wifi --certificate radius-ca.pem --scep-url "
              "https://scep.example.com/scep --scep-subject CN=%SerialNumber% --ssid Corp --wifi-eap tls "
              "--identifier com.example.corp --out corp.mobileconfig",
              "An enterprise network: each device gets an identity, and believes servers of that authority alone"},
             {"mdmctl profile new restrictions --forbid camera,screenshot --force encrypted-backup --identifier "
              "com.example.restrictions --out restrictions.mobileconfig",
              "What users may not do"},
             {"mdmctl profile new scep --mdm --server-url https://mdm.example.com/mdm --scep-url "
              "https://mdm.example.com/scep --scep-subject CN=%SerialNumber% --scep-challenge-file challenge.txt "
              "--identifier com.example.mdm --name 'Example MDM' --out enroll.mobileconfig",
              "An enrollment, bound to the tenant's push certificate"}},
        .codes = cli::codes({ErrorCode::not_a_certificate,
                             ErrorCode::not_a_private_key,
                             ErrorCode::expired,
                             ErrorCode::not_recognized,
                             ErrorCode::malformed_yaml,
                             ErrorCode::missing_key,
                             ErrorCode::wrong_type,
                             ErrorCode::value_not_allowed,
                             ErrorCode::out_of_range,
                             ErrorCode::wrong_format,
                             ErrorCode::wrong_count,
                             ErrorCode::unsuitable_key,
                             ErrorCode::not_https,
                             ErrorCode::not_a_topic,
                             ErrorCode::bad_access_rights,
                             ErrorCode::enrollment_mode_mismatch,
                             ErrorCode::cleartext_secret,
                             ErrorCode::end_in_past,
                             ErrorCode::identifier_with_uuid,
                             ErrorCode::output_exists,
                             ErrorCode::symlink_target,
                             ErrorCode::no_push_certificate,
                             ErrorCode::push_certificate_expired,
                             ErrorCode::not_yet_valid,
                             ErrorCode::topic_mismatch,
                             ErrorCode::certificate_ambiguous,
                             ErrorCode::no_such_certificate,
                             ErrorCode::no_such_tenant,
                             ErrorCode::tenant_not_named,
                             ErrorCode::no_store},
                            apns::credential_codes),
        .whole_with = "--mdm",
    });
}

}  // namespace mdm::apps
