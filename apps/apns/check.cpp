// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"
#include "apns/credential_files.hpp"
#include "apns/inspection_record.hpp"
#include "apns/renewal.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile against;
    cli::InputFile file;
    cli::InputFile key;
    cli::InputFile csr;
    cli::InputFile passphrase_file;
};

cli::Record described(const crypto::Certificate& certificate, const std::string& file, Time now) {
    return {
        {"file", file},
        {"topic", apns::push_topic(certificate)},
        {"serial", certificate.serial()},
        {"not_before", certificate.not_before()},
        {"not_after", certificate.not_after()},
        {"days_left", days_between(now, certificate.not_after())},
        {"public_key_sha256", certificate.public_key().sha256()},
    };
}

/// verdict: renewal, not_a_renewal, or undecided when there was nothing that could be judged.
cli::Result answer(std::string_view verdict, cli::Value current, cli::Value candidate,
                   const std::vector<Finding>& findings) {
    const Finding* first = first_error(findings);
    return cli::verdict({{"verdict", verdict},
                         {"code", first ? cli::Value(name(first->code)) : cli::Value()},
                         {"current", std::move(current)},
                         {"candidate", std::move(candidate)},
                         {"findings", findings}},
                        findings);
}

/// The keys that the new certificate must belong to: the one given, else those that are in its own file.
std::vector<crypto::PublicKey> expected_keys(cli::World& world, const Options& o,
                                             const std::vector<crypto::PrivateKey>& beside) {
    if (o.key.given()) {
        const FileContent file = world.read_secret(o.key, limits::credential_file);
        return {apns::read_private_key(file, world.passphrase(o.passphrase_file, file.name)).public_key()};
    }
    if (o.csr.given())
        return {apns::read_csr(world.read(o.csr, limits::credential_file)).public_key()};
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
    const FileContent file = world.read(o.file, limits::credential_file);
    const auto candidate = apns::read_certificate(file, world.passphrase(o.passphrase_file, file.name));
    const auto findings = apns::renewal_findings({
        .current = current,
        .current_name = o.against.path,
        .candidate = candidate.certificate,
        .candidate_name = file.name,
        .keys = expected_keys(world, o, candidate.keys),
        .now = now,
    });
    return answer(first_error(findings) ? "not_a_renewal" : "renewal",
                  described(current.certificate, o.against.path, now), described(candidate.certificate, file.name, now),
                  findings);
}

cli::Result run(cli::World& world, const Options& o) {
    if (!o.against.given())
        return answer("undecided", nullptr, nullptr,
                      {{Severity::error, ErrorCode::nothing_to_compare,
                        fmt::format("there is no current push certificate to compare '{}' with", o.file.path),
                        fmt::format("mdmctl apns check --against CURRENT.pem {}", shell_quoted(o.file.path)), ""}});
    try {
        return compare(world, o);
    } catch (const Error& e) {
        // The verdict is always on stdout: a gate must not have to read two streams to learn why it is shut.
        auto findings = e.findings();
        if (findings.empty())
            findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
        return answer("undecided", nullptr, nullptr, findings);
    }
}

}  // namespace

cli::Command check_command() {
    return cli::command<Options>({
        .name = "check",
        .summary = "Tell a renewed push certificate from a new one, before it is uploaded",
        .details =
            "Compares FILE with the certificate that is in use and says whether it is a renewal of it: the same push "
            "topic, a later end, valid now, and with --key or --csr, the right key. A push certificate that was "
            "created anew in the portal has another topic, and every enrolled device is lost with it.\n\n"
            "All reasons are listed, in this order, and code is the first of them: not_a_push_certificate, "
            "topic_mismatch, key_mismatch, expired, not_yet_valid, older_than_current, same_certificate, "
            "sandbox_certificate. expired speaks of FILE; a current one that has expired is renewed like any other.\n\n"
            "Exit 0: a renewal. Exit 4: not one. Exit 7: a file is broken or something else. Exit 3: there is nothing "
            "to compare with. The verdict is on standard output each time. Nothing is changed and no store is needed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the new certificate; - is standard input").required();
                p.option("--against", "OLD", o.against,
                         "the certificate that is in use: without a store it must be given");
                p.option("--key", "FILE", o.key, "the private key that FILE must belong to").excludes({"--csr"});
                p.option("--csr", "FILE", o.csr, "the CSR that FILE must have been made from").excludes({"--key"});
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl apns check --against push-2026.pem push-2027.pem", "Is it a renewal?"},
                     {"mdmctl apns check --against push-2026.pem push-2027.pem --key push-2027.key",
                      "The same, and is it for my key?"},
                     {"mdmctl apns check --against old.pem new.pem --output json | jq -r .code",
                      "For a script: null, or the first reason"},
                     {"mdmctl apns check --against old.pem new.pem --key new.key --quiet && echo upload",
                      "A gate: what follows && is done for a renewal alone"}},
        .codes = {ErrorCode::not_a_push_certificate, ErrorCode::topic_mismatch, ErrorCode::key_mismatch,
                  ErrorCode::expired, ErrorCode::not_yet_valid, ErrorCode::older_than_current,
                  ErrorCode::same_certificate, ErrorCode::sandbox_certificate, ErrorCode::nothing_to_compare,
                  ErrorCode::not_a_certificate, ErrorCode::no_topic, ErrorCode::several_certificates,
                  ErrorCode::bad_certificate_signature, ErrorCode::malformed_pem, ErrorCode::malformed_der,
                  ErrorCode::passphrase_needed, ErrorCode::wrong_passphrase, ErrorCode::no_such_file},
    });
}

}  // namespace mdm::apps
