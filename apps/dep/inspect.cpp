// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "base/limits.hpp"
#include "dep/commands.hpp"
#include "dep/server_token.hpp"
#include "dep/token_file.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    cli::InputFile key;
    cli::InputFile passphrase_file;
};

/// nullopt: the key does not open it, and the findings say so.
std::optional<dep::ServerToken> opened(const TokenFile& file, const crypto::PrivateKey& key,
                                       const std::string& key_name, std::vector<Finding>& findings) {
    const auto message = file.encrypted.message.open(key);
    try {
        if (message)
            return dep::read_server_token(message->reveal(), file.name);
    } catch (const Error& e) {
        findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
        return std::nullopt;
    }
    findings.push_back(
        {Severity::error, ErrorCode::not_for_our_key,
         fmt::format("'{}' was not made for the private key in '{}', or was changed since", file.name, key_name),
         "recipients says for whose certificate it was made", "recipient"});
    return std::nullopt;
}

std::optional<Finding> end_finding(const TokenFile& file, const std::optional<dep::ServerToken>& token, Time now) {
    if (!token || !dep::has_ended(token->access_token_expiry, now))
        return std::nullopt;
    return Finding{
        Severity::warning, ErrorCode::token_expired,
        fmt::format("the server token in '{}' ended on {}", file.name, to_rfc3339(token->access_token_expiry)),
        "download a new one for this service", "access_token_expiry"};
}

cli::Result run(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    const TokenFile file = read_token_file(world, o.file);
    std::vector<Finding> findings = file.encrypted.findings;
    std::optional<dep::ServerToken> token;
    if (o.key.given()) {
        const FileContent key = world.read_secret(o.key, limits::credential_file);
        token = opened(file, apns::read_private_key(key, world.passphrase(o.passphrase_file, key.name)), key.name,
                       findings);
    }
    if (auto ended = end_finding(file, token, now))
        findings.push_back(std::move(*ended));
    const auto expiry = token ? std::optional(token->access_token_expiry) : std::nullopt;
    return cli::verdict({{"kind", "server_token"},
                         {"form", file.encrypted.form},
                         {"cipher", file.encrypted.message.cipher()},
                         {"recipients", dep::recipient_names(file.encrypted)},
                         {"consumer_key", token ? cli::Value(token->consumer_key) : cli::Value()},
                         {"access_token_expiry", expiry},
                         {"days_left", expiry ? cli::Value(days_between(now, *expiry)) : cli::Value()},
                         {"findings", findings}},
                        findings);
}

}  // namespace

cli::Command dep_inspect_command() {
    return cli::command<Options>({
        .name = "inspect",
        .summary = "Show what a server token file holds, and whom it was made for",
        .details =
            "Reads the .p7m that the portal gives out, however it came here: with its headers or without, as base64, "
            "quoted-printable, DER, BER or PEM, with Windows line ends, byte order marks, in a mail that was saved, "
            "and with text behind it. "
            "recipients are the certificates that it was encrypted for.\n\n"
            "With --key it is opened, and consumer_key and the end are shown; the secrets in it never are. A file that "
            "was not made for this key is not_for_our_key (exit 4). An end in the past is a warning here.\n\n"
            "Any other file is named and refused: a push certificate request, an Apps and Books token, the public key "
            "that was uploaded. Nothing is written, nobody is asked, and no store is needed; mdmctl inspect says whose "
            "key of the store a file was made for.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the .p7m; - is standard input").required();
                p.option("--key", "PEM", o.key, "the private key that it was made for");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key; asked for at a terminal")
                    .needs({"--key"});
            },
        .run = run,
        .examples = {{"mdmctl dep inspect token.p7m", "Whom is it for?"},
                     {"mdmctl dep inspect token.p7m --key token.key --output json | jq -r .access_token_expiry",
                      "When does it end?"}},
        .codes = cli::codes({ErrorCode::not_a_server_token, ErrorCode::not_for_our_key, ErrorCode::token_expired,
                             ErrorCode::not_a_private_key, ErrorCode::passphrase_needed},
                            apns::credential_codes),
    });
}

}  // namespace mdm::apps
