// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/ordered_jobs.hpp"
#include "base/text.hpp"
#include "cli/output_files.hpp"
#include "cli/progress.hpp"
#include "crypto/message_signer.hpp"
#include "profile/commands.hpp"
#include "profile/file_form.hpp"
#include "profile/opened_file.hpp"
#include "profile/signer_files.hpp"
#include "profile/signing.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>
#include <thread>

namespace mdm::apps {
namespace {

constexpr std::int64_t most_jobs = 256;
constexpr std::int64_t one_a_core = -1;

struct Options {
    std::vector<cli::InputFile> files;
    SignerChoice signer;
    bool keep = false;
    cli::OutputFile out;
    std::string out_dir;
    std::int64_t jobs = one_a_core;
    bool resign = false;
};

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// throws  bad_usage: two would go to the same place
void refuse_same_names(const Options& o) {
    std::vector<std::string_view> by_name;
    for (const cli::InputFile& file : o.files)
        by_name.push_back(file.path);
    std::stable_sort(by_name.begin(), by_name.end(),
                     [](std::string_view a, std::string_view b) { return file_name(a) < file_name(b); });
    const auto same = std::adjacent_find(by_name.begin(), by_name.end(), [](std::string_view a, std::string_view b) {
        return file_name(a) == file_name(b);
    });
    if (same != by_name.end())
        throw Error{ErrorCode::bad_usage,
                    fmt::format("'{}' and '{}' would both be written as '{}/{}'", same[0], same[1], o.out_dir,
                                file_name(same[0])),
                    "sign them into folders of their own"};
}

/// Where each goes. throws  bad_usage: two would go to the same place; cannot_write: there is no such folder
std::vector<std::string> outputs(const Options& o) {
    if (o.out.given()) {
        if (o.files.size() > 1)
            throw Error{ErrorCode::bad_usage, fmt::format("{} profiles do not go into one file", o.files.size()),
                        "--out-dir DIR takes each under its own name"};
        return {o.out.path};
    }
    if (o.out_dir.empty())
        throw Error{ErrorCode::bad_usage, "where the signed profile goes is not given",
                    "--out FILE for one, --out-dir DIR for any number"};
    std::error_code ignored;
    if (!std::filesystem::is_directory(o.out_dir, ignored))
        throw Error{ErrorCode::cannot_write, fmt::format("there is no folder '{}'", o.out_dir),
                    fmt::format("mkdir {}", shell_quoted(o.out_dir))};
    std::vector<std::string> paths;
    for (const cli::InputFile& file : o.files) {
        const std::string_view name = file_name(file.path);
        if (file.path == "-" || name.empty())
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' has no name to go by in '{}'", file.path, o.out_dir),
                        "--out FILE names the output"};
        paths.push_back(fmt::format("{}/{}", o.out_dir, name));
    }
    refuse_same_names(o);
    return paths;
}

std::size_t threads(const Options& o) {
    if (o.jobs == one_a_core)
        return std::max(1U, std::thread::hardware_concurrency());
    if (o.jobs < 1 || o.jobs > most_jobs)
        throw Error{ErrorCode::bad_usage, fmt::format("--jobs is from 1 to {}, and not {}", most_jobs, o.jobs)};
    return static_cast<std::size_t>(o.jobs);
}

/// Of a signed profile that is replaced: one that others could not read, they cannot read afterwards either.
Privacy privacy_of(const std::string& out) {
    using std::filesystem::perms;
    std::error_code ignored;
    const auto there = std::filesystem::symlink_status(out, ignored);
    const bool is_open = (there.permissions() & (perms::group_all | perms::others_all)) != perms::none;
    return std::filesystem::is_regular_file(there) && !is_open ? Privacy::secret : Privacy::open;
}

/// One file's place in the answer.
struct Outcome {
    std::string file;
    std::string out;
    std::optional<Error> failure{};
    std::vector<Finding> warnings{};

    cli::Record record() const {
        std::vector<Finding> findings = warnings;
        if (failure)
            findings.push_back({Severity::error, failure->code(), failure->message(), failure->hint(), ""});
        return {{"file", file},
                {"out", failure ? cli::Value() : cli::Value(out)},
                {"code", failure ? cli::Value(name(failure->code())) : cli::Value()},
                {"findings", std::move(findings)}};
    }
};

/// Reads, signs and writes the files, several at a time.
class Signing {
public:
    Signing(cli::World& world, const Options& o, const profile::Signer& signer, std::vector<Finding> findings)
        : world_(world),
          options_(o),
          outputs_(outputs(o)),
          now_(world.clock.now()),
          signer_(std::in_place, signer.embedded(), signer.key),
          signer_record_(apps::signer_record(signer, findings, now_)),
          progress_(world, "profiles", static_cast<std::int64_t>(o.files.size())) {}

    /// The only one. throws  what is wrong with it
    void sign_the_one() {
        const cli::InputFile& file = options_.files.front();
        const profile::SignedProfile made = signed_profile(file, outputs_.front());
        only_ = {file.path, outputs_.front(), {}, made.warnings};
        warn_of_form(only_);
        if (!world_.settings.dry_run) {
            world_.write({outputs_.front()}, made.bytes, privacy_of(outputs_.front()), {&file});
            judge_written(outputs_.front(), made.bytes);
        }
        signer_.reset();
        done_ = 1;
    }

    /// Begins with all of them. What of the first ones is wrong is in their items.
    void begin() {
        jobs_ = std::make_unique<OrderedJobs<Outcome>>(
            options_.files.size(), threads(options_), [this](std::size_t number) { return sign_one(number); },
            wipe_leavings);
    }

    std::optional<cli::Record> next() {
        const auto outcome = jobs_ ? jobs_->next() : std::nullopt;
        if (!outcome) {
            end();
            return std::nullopt;
        }
        progress_.step();
        if (outcome->failure) {
            ++failed_;
            progress_.clear();
            world_.warn(fmt::format("not signed: {}", outcome->failure->message()));
        } else {
            ++done_;
            warn_of_form(*outcome);
        }
        return outcome->record();
    }

    cli::Record only_item() const { return only_.record(); }
    std::int64_t failed() const noexcept { return failed_; }
    cli::Record summary() const { return {{"signed", done_}, {"failed", failed_}, {"signer", signer_record_}}; }

private:
    /// An earlier signature may be replaced, since it can be made again. Nothing else: the profile itself cannot.
    profile::SignedProfile signed_profile(const cli::InputFile& input, const std::string& out) const {
        const FileContent file = world_.read(input, limits::profile_file);
        profile::SignedProfile made =
            profile::sign_profile(file.bytes.reveal(), file.name, *signer_, now_, options_.resign);
        if (out != "-")
            cli::refuse_input_as_output(out, input.path);
        const auto is_signed = [](const FileContent& there) {
            return profile::file_form(there.bytes.reveal()) == profile::FileForm::signed_cms;
        };
        world_.refuse_to_replace({out}, is_signed, "is no signed profile", limits::profile_file);
        return made;
    }

    Outcome sign_one(std::size_t number) const {
        const cli::InputFile& input = options_.files[number];
        Outcome outcome{input.path, outputs_[number]};
        try {
            profile::SignedProfile made = signed_profile(input, outcome.out);
            if (!world_.settings.dry_run) {
                StagedFile staged{outcome.out, privacy_of(outcome.out)};
                staged.add(made.bytes);
                staged.commit_one_of_many();
                judge_written(outcome.out, made.bytes);
            }
            outcome.warnings = std::move(made.warnings);
        } catch (const Error& e) {
            outcome.failure = e;
        }
        return outcome;
    }

    /// In one line, whatever there is: lint has the rest.
    void warn_of_form(const Outcome& outcome) {
        if (outcome.warnings.empty())
            return;
        progress_.clear();
        world_.warn(fmt::format(
            "devices may refuse '{}': {}{}; mdmctl profile lint {}", outcome.file, outcome.warnings.front().message,
            outcome.warnings.size() == 1 ? "" : fmt::format(", and {} more", outcome.warnings.size() - 1),
            shell_quoted(outcome.file)));
    }

    /// What went into a pipe cannot be read again.
    static void judge_written(const std::string& path, std::string_view made) {
        std::error_code failed;
        if (path == "-" || std::filesystem::is_other(path, failed))
            return;
        if (std::filesystem::file_size(path, failed) != made.size() || failed ||
            read_file(path, made.size()).bytes.reveal() != made)
            throw Error{ErrorCode::cannot_write, fmt::format("'{}' does not hold what was written into it", path),
                        "look at its disk, and whether another program writes there"};
    }

    void end() {
        if (!jobs_)
            return;
        progress_.clear();
        jobs_.reset();
        signer_.reset();
        if (!world_.settings.dry_run && done_ > 0)
            sync_files_in(options_.out_dir);
        const std::string what = counted(done_, "profile");
        world_.say(world_.settings.dry_run ? what + " can be signed; nothing was written" : "signed " + what);
    }

    cli::World& world_;
    const Options& options_;
    std::vector<std::string> outputs_;
    Time now_;
    std::optional<crypto::MessageSigner> signer_;
    cli::Record signer_record_;
    cli::Progress progress_;
    std::unique_ptr<OrderedJobs<Outcome>> jobs_;
    Outcome only_{};
    std::int64_t done_ = 0;
    std::int64_t failed_ = 0;
};

profile::Signer signer_of(cli::World& world, const Options& o, const SignersInStore& in_store) {
    if (o.signer.certificate.given())
        return read_signer(world, o.signer);
    if (in_store.find)
        return in_store.find(world, o.signer);
    throw Error{ErrorCode::bad_usage, "who signs is not given", "--cert FILE --key FILE names the signer"};
}

cli::Result run(cli::World& world, const Options& o, const SignersInStore& in_store) {
    threads(o);
    outputs(o);
    const profile::Signer signer = signer_of(world, o, in_store);
    const Time now = world.clock.now();
    auto findings = profile::signer_findings(signer, crypto::TrustAnchors::of_system, now);
    if (first_error(findings) != nullptr)
        throw Error::from_findings(findings);
    for (const Finding& finding : findings)
        world.warn(finding.message);
    world.say(fmt::format("signs as '{}', SHA-256 {}", signer.chain.front().subject().to_string(),
                          signer.chain.front().sha256()));
    if (o.keep)
        in_store.keep(world, signer);
    const auto signing = std::make_shared<Signing>(world, o, signer, std::move(findings));
    const std::vector<std::string> columns{"file", "out", "code"};
    if (o.files.size() == 1) {
        signing->sign_the_one();
        if (world.settings.dry_run)
            world.say(fmt::format("'{}' can be signed; nothing was written", o.files.front().path));
        cli::Rows rows = cli::Rows::of("results", columns, {signing->only_item()});
        rows.behind = [signing] { return signing->summary(); };
        return rows;
    }
    signing->begin();
    return {cli::Rows{.name = "results",
                      .columns = columns,
                      .next = [signing] { return signing->next(); },
                      .behind = [signing] { return signing->summary(); }},
            [signing] { return signing->failed() > 0 ? 1 : 0; }};
}

}  // namespace

cli::Command profile_sign_command(const SignersInStore& in_store) {
    return cli::command<Options>({
        .name = "sign",
        .summary = "Sign configuration profiles, as devices take them",
        .details =
            "Puts a signature around each profile, whose bytes stay as they are: CMS SignedData in DER, SHA-256, with "
            "the time, the signer's certificate and those above it in their order, the root left out. Who signs is "
            "said: the certificate in --cert (PEM, DER or PKCS#12) with its key, or one that the store keeps, by its "
            "fingerprint; without --signer, the only one that is kept. RSA keys are what devices are known to verify; "
            "EC keys (ECDSA) work as well as far as is known.\n\n"
            "A signer that has ended, is not valid yet, is not for signatures, or has another key is refused. A chain "
            "that does not reach a root, an issuer that has ended, an end within 30 days, and what devices are not "
            "known to verify are warnings, and so is a profile that they would refuse whoever signed it: a value that "
            "is none, a key twice, a key missing that every payload has. What is no profile is refused, and what is "
            "signed already unless --resign is given, which takes the old signature "
            "off; where that one does not fit what is in it, it stays refused.\n\n"
            "Every signature is verified before it is written, and what was written is read again. Of several files "
            "each goes into --out-dir under its own name; they are signed on all cores, or on --jobs of them, and one "
            "that fails is named and does not hold up the others: its code is in its result, and the exit is 1. With "
            "one file its code gives the exit. A file appears whole or not at all. It replaces an earlier signed "
            "profile and nothing else. A run that is killed leaves those files that it came to; run again, it does "
            "them all. Several files are on the disk for good when the run ends.\n\n"
            "--keep puts the signer into the store, the key sealed, its end among what is watched: for all tenants, or "
            "with --tenant for that one.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.files, "what to sign; - is standard input").required();
                declare_signer_choice(p, o.signer);
                p.flag("--keep", o.keep, "keep the signer in the store, for the next time").needs({"--cert"});
                p.option("--out", "FILE", o.out, "where one signed profile goes; - is standard output")
                    .excludes({"--out-dir"});
                p.option("--out-dir", "DIR", o.out_dir, "the folder where each goes under its own name")
                    .completed_by(cli::Argument::Takes::folder);
                p.option("--jobs", "N", o.jobs, "how many are signed at a time").shown_default("one a core");
                p.flag("--resign", o.resign, "take off the signature that is there, and sign what is in it");
            },
        .run = [in_store](cli::World& world, const Options& o) { return run(world, o, in_store); },
        .examples = {{"mdmctl profile sign wifi.mobileconfig --cert signing.p12 --passphrase-file pass.txt --out "
                      "wifi-signed.mobileconfig",
                      "Sign one, with what Keychain exported"},
                     {"mdmctl profile sign profiles/*.mobileconfig --cert signing.pem --key signing.key --chain ca.pem "
                      "--out-dir signed --keep",
                      "Sign a folder, and keep the signer"},
                     {"mdmctl profile sign profiles/*.mobileconfig --signer 3f9a12c4 --out-dir signed",
                      "The next time, with the one that is kept"}},
        .codes = cli::codes({ErrorCode::already_signed, ErrorCode::signed_twice, ErrorCode::content_missing,
                             ErrorCode::digest_mismatch, ErrorCode::bad_signature, ErrorCode::no_such_signer,
                             ErrorCode::signer_ambiguous, ErrorCode::not_a_certificate, ErrorCode::not_a_private_key,
                             ErrorCode::output_exists, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
                            profile::opening_codes, profile::signer_codes, apns::credential_codes),
        .light_with = "--cert",
        .whole_with = "--keep",
    });
}

}  // namespace mdm::apps
