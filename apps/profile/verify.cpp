// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/limits.hpp"
#include "profile/commands.hpp"
#include "profile/opened_file.hpp"
#include "profile/trusted_roots.hpp"
#include "profile/verification.hpp"

#include <fmt/format.h>
#include <memory>
#include <utility>

namespace mdm::apps {
namespace {

struct Options {
    std::vector<cli::InputFile> files;
    std::vector<cli::InputFile> authorities;
};

/// One file's place in the answer. Every item has the same keys, whatever became of the file.
/// verdict   null: it could not be judged
cli::Record item(const std::string& file, cli::Value verdict, const profile::Verification& found, Time now) {
    const Finding* error = first_error(found.findings);
    const auto& signature = found.signature;
    const crypto::Certificate* signer = signature && signature->certificate ? &*signature->certificate : nullptr;
    const auto of_signer = [&](auto value) { return signer != nullptr ? cli::Value(value(*signer)) : cli::Value(); };
    std::vector<std::string> chain;
    for (const crypto::Certificate& c : found.chain)
        chain.push_back(c.subject().to_string());
    return {{"file", file},
            {"verdict", std::move(verdict)},
            {"code", error != nullptr ? cli::Value(name(error->code)) : cli::Value()},
            {"signer", of_signer([](const auto& c) { return c.subject().to_string(); })},
            {"issuer", of_signer([](const auto& c) { return c.issuer().to_string(); })},
            {"serial", of_signer([](const auto& c) { return c.serial(); })},
            {"sha256", of_signer([](const auto& c) { return c.sha256(); })},
            {"not_before", of_signer([](const auto& c) { return c.not_before(); })},
            {"not_after", of_signer([](const auto& c) { return c.not_after(); })},
            {"days_left", of_signer([&](const auto& c) { return days_between(now, c.not_after()); })},
            {"signed_at", signature ? cli::Value(signature->signing_time) : cli::Value()},
            {"digest", signature ? cli::Value(signature->digest) : cli::Value()},
            {"chain", found.signature ? cli::Value(std::move(chain)) : cli::Value()},
            {"findings", found.findings}};
}

profile::Verification verify_one(const cli::World& world, const cli::InputFile& input, const profile::Trust& trust) {
    const FileContent file = world.read(input, limits::profile_file);
    return profile::verify(file.bytes.reveal(), file.name, trust, world.clock.now());
}

profile::Verification unreadable(const Error& error) {
    profile::Verification nothing;
    nothing.findings = error.findings();
    if (nothing.findings.empty())
        nothing.findings.push_back({Severity::error, error.code(), error.message(), error.hint(), ""});
    return nothing;
}

cli::Rows rows(std::function<std::optional<cli::Record>()> next) {
    std::vector<std::string> columns;
    for (const cli::Field& field : item("", nullptr, {}, {}).fields)
        columns.push_back(field.key);
    return {
        .name = "results", .columns = std::move(columns), .next = std::move(next), .layout = cli::Rows::Layout::blocks};
}

/// The verdict is always on standard output: a gate must not have to read two streams to learn why it is shut.
cli::Result run(cli::World& world, const Options& o) {
    const auto trust = std::make_shared<profile::Trust>(trusted_roots(world, o.authorities));
    const auto failed = std::make_shared<bool>(false);
    const auto judged = [&world, trust](const cli::InputFile& input) {
        profile::Verification found;
        cli::Value verdict;
        try {
            found = verify_one(world, input, *trust);
            verdict = name(found.shown);
        } catch (const Error& e) {
            found = unreadable(e);
        }
        return std::pair{item(input.path, std::move(verdict), found, world.clock.now()), found.findings};
    };
    if (o.files.size() == 1) {
        auto [record, findings] = judged(o.files.front());
        return cli::verdict(
            rows([only = std::optional{std::move(record)}]() mutable { return std::exchange(only, std::nullopt); }),
            findings);
    }
    return {rows([&o, judged, failed, at = std::size_t{0}]() mutable -> std::optional<cli::Record> {
                if (at == o.files.size())
                    return std::nullopt;
                auto [record, findings] = judged(o.files[at++]);
                *failed = *failed || first_error(findings) != nullptr;
                return std::move(record);
            }),
            [failed] { return *failed ? 1 : 0; }};
}

}  // namespace

cli::Command profile_verify_command() {
    return cli::command<Options>({
        .name = "verify",
        .summary = "Tell what a device shows of a profile's signature, and why",
        .details =
            "The verdict is verified, unverified or not_signed, the words that Settings shows beside a profile, with "
            "everything that speaks for it: whether the signature is by the signer's key and the profile what was "
            "signed; whether the signer's chain reaches a root that is trusted, with the certificates that are in the "
            "file alone; whether the certificate may sign; the dates, today's and those of the day on which it was "
            "signed, since devices judge by today. A signer needs no purpose of mail: TLS and other certificates do. "
            "A profile that was changed under its signature, is detached from it, or is in two signatures is "
            "unverified here, and refused by devices.\n\n"
            "Trusted are the roots of this machine, which are not quite those of Apple's devices; or with --ca the "
            "roots in that file, and no others: for an authority of your own, whose root your devices have. Other "
            "certificates in there are not trusted; they tell what a chain lacks. Revocation is not looked up.\n\n"
            "SHA-1, a time of signing that cannot be, BER, several signers, and keys and digests that devices are not "
            "known to verify are warnings; MD5 is an error; certificates out of order are a remark, for devices find "
            "their way.\n\n"
            "Exit 0: verified. Exit 3: not signed. Exit 4 and 7: unverified, by the code of the first error. With "
            "several files each has its own code, and the exit is 1 when one is not verified. Nothing is written and "
            "no store is needed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.files, "what to verify; - is standard input").required();
                p.option("--ca", "PEM", o.authorities, "trust the roots in this file alone");
            },
        .run = run,
        .examples = {{"mdmctl profile verify wifi.mobileconfig", "What will users see?"},
                     {"mdmctl profile verify signed/*.mobileconfig --ca our-root.pem --output json | jq -r "
                      "'.results[] | select(.verdict != \"verified\") | .file'",
                      "Those of a folder that devices with our root would not show as Verified"},
                     {"mdmctl profile verify wifi.mobileconfig --quiet >verdict.txt && echo publish", "A gate"}},
        .codes = cli::codes({ErrorCode::not_a_certificate, ErrorCode::passphrase_needed}, profile::opening_codes,
                            profile::verification_codes),
    });
}

}  // namespace mdm::apps
