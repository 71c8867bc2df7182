// SPDX-License-Identifier: Apache-2.0
#include "profile/told_profile.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "profile/built_in_types.hpp"
#include "profile/file_form.hpp"
#include "profile/lint.hpp"
#include "profile/opened_file.hpp"
#include "profile/signature_judge.hpp"
#include "profile/trusted_roots.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace mdm::apps {
namespace {

/// The profile in a file, whoever signed it. throws  content_missing, signed_twice, and what open_file() throws
profile::OpenedFile open_profile(std::string_view bytes, std::string_view name) {
    profile::OpenedFile opened = profile::open_file(bytes, name);
    if (opened.signature && opened.signature->is_detached())
        throw Error{ErrorCode::content_missing, fmt::format("'{}' is a signature without what was signed", name),
                    "the profile is another file"};
    if (profile::file_form(opened.profile) == profile::FileForm::signed_cms)
        throw Error{ErrorCode::signed_twice, fmt::format("in the signature of '{}' there is another one", name),
                    "mdmctl profile unwrap takes the outer one off"};
    return opened;
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [severity](const Finding& f) { return f.severity == severity; }));
}

}  // namespace

void declare_telling(cli::Parser& parser, TellingOptions& options) {
    parser.positional("FILE", options.file, "a profile, signed or not; - is standard input").required();
    parser.option("--ca", "PEM", options.authorities, "judge the signature by the roots in this file alone");
}

std::vector<ErrorCode> telling_codes() {
    return cli::codes({ErrorCode::not_a_certificate, ErrorCode::passphrase_needed, ErrorCode::content_missing,
                       ErrorCode::signed_twice, ErrorCode::too_costly},
                      profile::opening_codes);
}

ToldProfile tell(const cli::World& world, const TellingOptions& options) {
    const FileContent file = world.read(options.file, limits::profile_file);
    const std::string_view bytes = file.bytes.reveal();
    const profile::OpenedFile opened = open_profile(bytes, file.name);
    const plist::Document document = profile::read_profile(opened.profile, file.name);
    const profile::Schema schema = profile::built_in_schema();
    const profile::PayloadRules rules({&schema}, {});
    // To read the roots of a machine takes longer than all the rest.
    std::optional<profile::Trust> trust;
    if (opened.signature || !options.authorities.empty())
        trust = trusted_roots(world, options.authorities);
    profile::SignatureJudge signatures([&trust] { return *trust; });
    const auto findings = profile::lint(bytes, file.name, rules, world.clock.now(), &signatures).findings;
    ToldProfile told{.file = options.file.path,
                     .explanation = profile::explain(document.root, schema, profile::Sentences()),
                     .settings = profile::settings_of(document.root, schema),
                     .errors = count(findings, Severity::error),
                     .warnings = count(findings, Severity::warning)};
    if (trust) {
        told.signature = profile::verify(bytes, file.name, *trust, world.clock.now());
        told.trusted = trust->called;
    }
    return told;
}

cli::Record identity_record(const ToldProfile& told) {
    const profile::Explanation& profile = told.explanation;
    const auto& signature = told.signature.signature;
    const crypto::Certificate* signer = signature && signature->certificate ? &*signature->certificate : nullptr;
    const auto of_signer = [&](auto value) { return signer != nullptr ? cli::Value(value(*signer)) : cli::Value(); };
    return {{"file", told.file},
            {"name", none_if_empty(profile.name)},
            {"identifier", none_if_empty(profile.identifier)},
            {"uuid", none_if_empty(profile.uuid)},
            {"organization", none_if_empty(profile.organization)},
            {"description", none_if_empty(profile.description)},
            {"scope", none_if_empty(profile.scope)},
            {"verdict", name(told.signature.shown)},
            {"signer", of_signer([](const auto& c) { return c.subject().to_string(); })},
            {"issuer", of_signer([](const auto& c) { return c.issuer().to_string(); })},
            {"not_after", of_signer([](const auto& c) { return c.not_after(); })},
            {"signed_at", signature ? cli::Value(signature->signing_time) : cli::Value()},
            {"errors", told.errors},
            {"warnings", told.warnings}};
}

std::string lint_command(const ToldProfile& told) {
    return fmt::format("mdmctl profile lint {}", told.file == "-" ? "-" : shell_quoted(told.file));
}

}  // namespace mdm::apps
