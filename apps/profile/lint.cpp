// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "base/text.hpp"
#include "profile/baseline.hpp"
#include "profile/built_in_types.hpp"
#include "profile/commands.hpp"
#include "profile/lint_files.hpp"
#include "profile/schema_folder.hpp"
#include "profile/trusted_roots.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace mdm::apps {
namespace {

using Enrollment = profile::Target::Enrollment;

enum class Supervision { unknown, yes, no };

struct Options {
    std::vector<std::string> files;
    std::string schema;
    std::string os;
    Supervision supervised = Supervision::unknown;
    Enrollment enrollment = Enrollment::unknown;
    profile::Channel channel = profile::Channel::unknown;
    bool strict = false;
    cli::InputFile baseline;
    std::vector<cli::InputFile> authorities;
};

profile::Target target_of(const Options& o) {
    profile::Target target{.enrollment = o.enrollment, .channel = o.channel};
    if (!o.os.empty())
        profile::set_system(target, o.os);
    if (o.supervised != Supervision::unknown)
        target.supervised = o.supervised == Supervision::yes;
    return target;
}

profile::Schema read_schema(const cli::World& world, const std::string& folder) {
    const profile::SchemaFolder schema(folder);
    const std::string& caches = world.settings.cache_dir;
    const std::string cache = caches.empty() ? "" : fmt::format("{}/{}", caches, schema.cache_name());
    return schema.read_through(cache, [&world](std::string_view why) { world.detail(why); });
}

/// The roots of the machine are read where a signature asks for them.
std::function<profile::Trust()> trust_of(const cli::World& world, const Options& o) {
    if (o.authorities.empty())
        return profile::trust_in_system;
    return [trust = trusted_roots(world, o.authorities)] { return trust; };
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [severity](const Finding& f) { return f.severity == severity; }));
}

/// What ends a file's judgement: its first error, or with --strict that there is a warning.
std::optional<Error> failure_of(const profile::LintedFile& file, bool strict) {
    const auto& findings = file.findings;
    if (const Finding* first = first_error(findings)) {
        // What could not be read is called by its name already.
        const bool is_named = first->message.find(file.name) != std::string::npos;
        const std::string place = first->where.empty() ? "" : ", " + first->where;
        return Error{first->code,
                     is_named ? first->message : fmt::format("'{}'{}: {}", file.name, place, first->message),
                     first->hint, findings};
    }
    if (const std::size_t warnings = count(findings, Severity::warning); strict && warnings > 0)
        return Error{ErrorCode::warnings_found,
                     fmt::format("'{}': {}, and --strict was given", file.name,
                                 counted(static_cast<long long>(warnings), "warning")),
                     "", findings};
    return std::nullopt;
}

cli::Record record_of(const profile::LintedFile& file, std::size_t in_baseline, const std::optional<Error>& failure) {
    return {{"file", file.name},
            {"code", failure ? cli::Value(name(failure->code())) : cli::Value()},
            {"errors", count(file.findings, Severity::error)},
            {"warnings", count(file.findings, Severity::warning)},
            {"in_baseline", in_baseline},
            {"findings", file.findings}};
}

/// All files, one by one, with what becomes of the whole.
class Answer {
public:
    Answer(const cli::World& world, const Options& o) : world_(world), strict_(o.strict) {
        if (!o.baseline.given())
            return;
        const FileContent file = world.read(o.baseline, limits::baseline_file);
        baseline_ = profile::Baseline::parse(file.bytes.reveal(), file.name);
    }

    void add(profile::LintedFile file) {
        const std::size_t in_baseline = baseline_.take_out(file.name, file.findings);
        auto failure = failure_of(file, strict_);
        errors_ += count(file.findings, Severity::error);
        warnings_ += count(file.findings, Severity::warning);
        known_ += in_baseline;
        ++files_;
        // A table is read by a person, who looks for what is to be mended.
        if (world_.settings.output != cli::Output::table || !file.findings.empty() || failure)
            records_.push_back(record_of(file, in_baseline, failure));
        if (failure) {
            ++failed_;
            last_failure_ = std::move(failure);
        }
    }

    cli::Result finish(bool one_file) {
        say_summary();
        auto list = cli::Rows::of("results", {"file", "code", "errors", "warnings", "in_baseline", "findings"},
                                  std::move(records_));
        list.layout = cli::Rows::Layout::blocks;
        cli::Result result{std::move(list)};
        if (!last_failure_)
            return result;
        if (!one_file)
            last_failure_ = Error{ErrorCode::some_failed, fmt::format("{} of {} did not pass", failed_,
                                                                      counted(static_cast<long long>(files_), "file"))};
        result.exit = [exit = exit_code(last_failure_->code())] { return exit; };
        result.failure = std::move(last_failure_);
        return result;
    }

private:
    void say_summary() const {
        std::string line = fmt::format("{}: {}, {}", counted(static_cast<long long>(files_), "file"),
                                       counted(static_cast<long long>(errors_), "error"),
                                       counted(static_cast<long long>(warnings_), "warning"));
        if (known_ > 0)
            line += fmt::format("; {} more in the baseline", known_);
        if (baseline_.left() > 0)
            line += fmt::format("; {} of the baseline not met again", baseline_.left());
        world_.say(line);
    }

    const cli::World& world_;
    bool strict_;
    profile::Baseline baseline_;
    std::vector<cli::Record> records_;
    std::size_t files_ = 0;
    std::size_t failed_ = 0;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t known_ = 0;
    std::optional<Error> last_failure_;
};

cli::Result run(cli::World& world, const Options& o) {
    const profile::Target target = target_of(o);
    Answer answer(world, o);
    std::optional<profile::Schema> apples;
    std::vector<const profile::Schema*> schemas;
    if (!o.schema.empty()) {
        apples = read_schema(world, o.schema);
        schemas.push_back(&*apples);
    }
    const profile::PayloadRules rules(schemas, target, profile::built_in_schema);
    const auto files = profile::profile_files(o.files);
    const bool one_file = files.size() == 1 && files.front() == o.files.front();
    for (profile::LintedFile& file : profile::lint_files(files, rules, trust_of(world, o), world.clock.now()))
        answer.add(std::move(file));
    return answer.finish(one_file);
}

}  // namespace

cli::Command profile_lint_command() {
    return cli::command<Options>({
        .name = "lint",
        .summary = "Say what is wrong in configuration profiles, line by line, before a device does",
        .details =
            "Reads profiles as they are: XML or binary, signed or not; of a folder, every *.mobileconfig below it, "
            "and one without any is an error. Each finding has a severity, a code, a place (path, line and column) "
            "and, where there is one, what to do. Nothing is written and no store is needed.\n\n"
            "Judged are the signature, as mdmctl profile verify does, by the roots of this machine or those that "
            "--ca names: what is damaged is an error, a signer that is not trusted or has ended a warning, that "
            "nobody signed a remark; the property list (cut tags, broken base64, dates that are none), the profile "
            "(required keys, identifiers and UUIDs, dates, scope), each payload by its type (required and unknown "
            "keys, types, values, ranges), references to certificates, enrollments, passwords in clear text; and, of "
            "several files, what they have against one another: an identifier or UUID twice, two enrollments, a type "
            "of which a device takes one, a certificate that another file has.\n\n"
            "The types that people use most are built in. --schema takes a checkout of Apple's public repository of "
            "all of them, which mdmctl profile schema fetch gets; it is compiled once, into mdmctl in the cache "
            "folder (XDG_CACHE_HOME). What a device is, --os, --supervised, --enrollment and --channel tell: then "
            "keys are found that it ignores or refuses. Without --os that is said which holds on every system.\n\n"
            "An error fails a file, a warning with --strict alone, a remark never. With one FILE its code gives the "
            "exit; with several, or a folder, it is 1 when one failed. --baseline takes what an earlier run answered "
            "with --output json: findings that were there then, by file, code and path, are counted and not told.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.files, "a profile, or a folder of them; - is standard input").required();
                p.option("--schema", "DIR", o.schema, "a checkout of Apple's device-management repository");
                p.option("--os", "OS[:VERSION]", o.os,
                         "what it is for: ios:17, ipados, macos:14.2, tvos, visionos, watchos");
                p.choice("--supervised", o.supervised, {{"yes", Supervision::yes}, {"no", Supervision::no}},
                         "whether the devices are supervised");
                p.choice("--enrollment", o.enrollment,
                         {{"device", Enrollment::device},
                          {"user", Enrollment::user},
                          {"shared-ipad", Enrollment::shared_ipad},
                          {"none", Enrollment::by_hand}},
                         "how the devices are enrolled; none: a person opens the profile");
                p.choice("--channel", o.channel,
                         {{"device", profile::Channel::device}, {"user", profile::Channel::user}},
                         "the channel of macOS that it is sent on; without it, what PayloadScope says");
                p.option("--ca", "PEM", o.authorities, "trust the roots in this file alone");
                p.flag("--strict", o.strict, "a warning fails a file as well");
                p.option("--baseline", "FILE", o.baseline, "findings of an earlier run, which are not told again");
            },
        .run = run,
        .examples = {{"mdmctl profile lint wifi.mobileconfig", "What is wrong with it, and where?"},
                     {"mdmctl profile lint profiles --schema apple-schema --os ios:17 --supervised no --strict",
                      "A gate for CI: every profile of a folder, for iPhones that are not supervised"},
                     {"mdmctl profile lint profiles --output json >baseline.json",
                      "What there is today, for --baseline: only what is new is told from then on"}},
        .codes = cli::codes({ErrorCode::malformed_plist,
                             ErrorCode::duplicate_key,
                             ErrorCode::too_deep,
                             ErrorCode::wrong_root,
                             ErrorCode::missing_key,
                             ErrorCode::wrong_type,
                             ErrorCode::not_a_certificate,
                             ErrorCode::signed_as_text,
                             ErrorCode::not_a_profile,
                             ErrorCode::malformed_yaml,
                             ErrorCode::not_a_schema,
                             ErrorCode::some_failed,
                             ErrorCode::warnings_found,
                             ErrorCode::not_a_baseline,
                             ErrorCode::passphrase_needed,
                             ErrorCode::others_can_write,
                             ErrorCode::payloads_encrypted,
                             ErrorCode::value_not_allowed,
                             ErrorCode::out_of_range,
                             ErrorCode::wrong_format,
                             ErrorCode::wrong_count,
                             ErrorCode::unknown_payload_key,
                             ErrorCode::unknown_payload_type,
                             ErrorCode::not_available,
                             ErrorCode::introduced_later,
                             ErrorCode::deprecated,
                             ErrorCode::removed,
                             ErrorCode::supervised_only,
                             ErrorCode::not_in_user_enrollment,
                             ErrorCode::user_enrollment_only,
                             ErrorCode::not_on_shared_ipad,
                             ErrorCode::shared_ipad_only,
                             ErrorCode::not_by_hand,
                             ErrorCode::wrong_channel,
                             ErrorCode::not_multiple,
                             ErrorCode::several_mdm_payloads,
                             ErrorCode::duplicate_uuid,
                             ErrorCode::duplicate_identifier,
                             ErrorCode::not_a_uuid,
                             ErrorCode::identifier_with_uuid,
                             ErrorCode::unresolved_reference,
                             ErrorCode::wrong_reference,
                             ErrorCode::reference_case,
                             ErrorCode::no_scope,
                             ErrorCode::no_default_consent,
                             ErrorCode::no_removal_password,
                             ErrorCode::end_in_past,
                             ErrorCode::cleartext_secret,
                             ErrorCode::unsuitable_key,
                             ErrorCode::not_a_topic,
                             ErrorCode::not_https,
                             ErrorCode::bad_access_rights,
                             ErrorCode::enrollment_mode_mismatch,
                             ErrorCode::development_apns},
                            profile::verification_codes),
    });
}

}  // namespace mdm::apps
