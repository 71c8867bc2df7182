// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"
#include "apns/credential_files.hpp"
#include "apns/key_file.hpp"
#include "apns/match_files.hpp"
#include "apns/renewal.hpp"
#include "apns/verdict.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile against;
    MatchFiles files;
    cli::InputFile key;
    cli::InputFile csr;
    cli::InputFile passphrase_file;
    std::string name;
};

/// The keys that the new certificate must belong to: the one given, else those that are in its own file, if any.
std::optional<std::vector<crypto::PublicKey>> expected_keys(cli::World& world, const Options& o,
                                                            const std::vector<crypto::PrivateKey>& beside) {
    if (o.key.given()) {
        const FileContent file = read_key_file(world, o.key);
        return std::vector{apns::read_private_key(file, world.passphrase(o.passphrase_file, file.name)).public_key()};
    }
    if (o.csr.given())
        return std::vector{apns::read_csr(world.read(o.csr, limits::credential_file)).public_key()};
    if (beside.empty())
        return std::nullopt;
    std::vector<crypto::PublicKey> keys;
    for (const auto& key : beside)
        keys.push_back(key.public_key());
    return keys;
}

apns::PushCertificate read_current(cli::World& world, const Options& o) {
    const FileContent file = world.read(o.against, limits::credential_file);
    auto found = apns::read_certificate(file, world.passphrase(o.passphrase_file, file.name));
    if (auto missing = apns::missing_topic(found.certificate, file.name))
        throw Error::from_findings({std::move(*missing)});
    return *apns::as_push_certificate(found.certificate);
}

cli::Result compare(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    const auto current = read_current(world, o);
    const cli::InputFile& input = o.files.only();
    const FileContent file = world.read(input, limits::credential_file);
    const auto candidate = apns::read_certificate(file, world.passphrase(o.passphrase_file, file.name));
    const auto findings = apns::renewal_findings({
        .current = apns::as_current(current, fmt::format("'{}'", o.against.path)),
        .candidate = {candidate.certificate, file.name},
        .keys = expected_keys(world, o, candidate.keys),
        .rehearsal = apns::is_sandbox(current.certificate),
        .now = now,
    });
    return verdict_answer(first_error(findings) ? "not_a_renewal" : "renewal",
                          verdict_record(current.certificate, o.against.path, now),
                          verdict_record(candidate.certificate, input.path, now), findings);
}

cli::Result run(cli::World& world, const Options& o, const CheckWithStore& with_store) {
    if (!o.against.given() && with_store)
        return with_store(world, {o.files, o.name, o.key, o.passphrase_file});
    const std::string& path = o.files.only().path;
    if (!o.against.given())
        return verdict_answer("undecided", nullptr, nullptr,
                              {{Severity::error, ErrorCode::nothing_to_compare,
                                fmt::format("there is no current push certificate to compare '{}' with", path),
                                fmt::format("mdmctl apns check --against CURRENT.pem {}", shell_quoted(path)), ""}});
    try {
        return compare(world, o);
    } catch (const Error& e) {
        return undecided(e);
    }
}

}  // namespace

cli::Command check_command(const CheckWithStore& with_store) {
    return cli::command<Options>({
        .name = "check",
        .summary = "Tell a renewed push certificate from a new one, before it is uploaded",
        .details =
            "Compares FILE with the certificate that is in use, the store's current one or --against OLD, and says "
            "whether it is a renewal of it: the same push topic, a later end, valid now, the right key. A push "
            "certificate that was created anew in the portal has another topic, and every enrolled device is lost with "
            "it. It judges exactly as mdmctl apns renew does.\n\n"
            "All reasons are listed, in this order, and code is the first of them: not_a_push_certificate, "
            "other_tenant, topic_mismatch, key_mismatch, apple_account_mismatch, expired, not_yet_valid, "
            "older_than_current, same_certificate, sandbox_certificate. expired speaks of FILE; a current one that has "
            "expired is renewed like any other.\n\n"
            "Exit 0: a renewal. Exit 4: not one. Exit 7: a file is broken or something else. Exit 3: there is nothing "
            "to compare with. The verdict is on standard output each time. Nothing is changed; with --against no store "
            "is needed.\n\n"
            "With --match each FILE is judged for the tenant whose push topic it has, among all of the store, or for "
            "--tenant alone; every result has its own code, and the exit is 1 when one is no renewal. With one FILE "
            "its code gives the exit.",
        .options =
            [](cli::Parser& p, Options& o) {
                declare_match_files(p, o.files, {"--against", "--name", "--key", "--csr"});
                p.option("--against", "OLD", o.against,
                         "the certificate that is in use, in a file; without it, the store's current one");
                p.option("--name", "N", o.name, "which of the tenant's push certificates in the store")
                    .excludes({"--against"});
                p.option("--key", "FILE", o.key, "the private key that FILE must belong to").excludes({"--csr"});
                p.option("--csr", "FILE", o.csr, "the CSR that FILE must have been made from")
                    .excludes({"--key"})
                    .needs({"--against"});
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = [with_store](cli::World& world, const Options& o) { return run(world, o, with_store); },
        .examples = {{"mdmctl apns check --against push-2026.pem push-2027.pem", "Is it a renewal?"},
                     {"mdmctl apns check --against push-2026.pem push-2027.pem --key push-2027.key",
                      "The same, and is it for my key?"},
                     {"mdmctl apns check --against old.pem new.pem --output json | jq -r .code",
                      "For a script: null, or the first reason"},
                     {"mdmctl apns check --against old.pem new.pem --key new.key --quiet && echo upload",
                      "A gate: what follows && is done for a renewal alone"},
                     {"mdmctl apns check --match downloads/*.pem", "A folder of downloads, each for its tenant"}},
        .codes = cli::codes({ErrorCode::not_a_push_certificate,
                             ErrorCode::other_tenant,
                             ErrorCode::topic_mismatch,
                             ErrorCode::key_mismatch,
                             ErrorCode::apple_account_mismatch,
                             ErrorCode::expired,
                             ErrorCode::not_yet_valid,
                             ErrorCode::older_than_current,
                             ErrorCode::same_certificate,
                             ErrorCode::sandbox_certificate,
                             ErrorCode::nothing_to_compare,
                             ErrorCode::not_a_certificate,
                             ErrorCode::not_a_private_key,
                             ErrorCode::not_a_csr,
                             ErrorCode::no_topic,
                             ErrorCode::topic_not_mdm,
                             ErrorCode::app_push_certificate,
                             ErrorCode::key_changed,
                             ErrorCode::certificate_ambiguous,
                             ErrorCode::no_such_tenant,
                             ErrorCode::handed_over},
                            apns::credential_codes),
        .light_with = "--against",
    });
}

}  // namespace mdm::apps
