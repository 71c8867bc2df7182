// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"
#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "apns/inspection.hpp"
#include "apns/inspection_record.hpp"
#include "apns/key_file.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
#include "base/limits.hpp"

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    cli::InputFile key;
    cli::InputFile passphrase_file;
};

cli::Result run(cli::World& world, const Options& o) {
    std::optional<crypto::PublicKey> key;
    if (o.key.given()) {
        const FileContent content = read_key_file(world, o.key);
        key = apns::read_public_key(content, world.passphrase(o.passphrase_file, content.name));
    }
    const FileContent file = world.read(o.file, limits::credential_file);
    const Time now = world.clock.now();
    const auto found = apns::inspect_push_file(file, world.passphrase(o.passphrase_file, file.name), key, now);
    return cli::verdict(inspection_record(found, now), found.findings);
}

}  // namespace

cli::Command inspect_command() {
    return cli::command<Options>({
        .name = "inspect",
        .summary = "Show what a push certificate, CSR or push certificate request holds",
        .details =
            "Says what the file is, whether it is right, and what to do: the push topic, the dates, the key, and every "
            "finding. PEM, DER and PKCS#12 are read, with Windows line ends and byte order marks, and the base64 that "
            "the Apple Push Certificates Portal takes.\n\n"
            "A finding of severity error gives the exit code; warnings do not. An end in the past is a warning here. "
            "That an issuer signed the certificate is verified where the issuer's certificate is in the same file; "
            "Apple's downloads come without it.\n\n"
            "Any other file is named and refused; mdmctl inspect takes those. What mail programs, web forms and shells "
            "do to a file on its way is told, with the command that undoes it. Nothing is written and no store is "
            "needed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "what to read; - is standard input").required();
                p.option("--key", "FILE", o.key,
                         "a private key or CSR that must belong to it (key_mismatch if it does not)");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl apns inspect push.pem", "Look before you upload: topic, dates, findings"},
                     {"mdmctl apns inspect push.req --output json",
                      "What a push certificate request carries, for a script"},
                     {"mdmctl apns inspect push.pem --key push.key", "Is this the certificate of that key?"}},
        .codes = cli::codes({ErrorCode::not_a_certificate, ErrorCode::no_topic, ErrorCode::topic_not_mdm,
                             ErrorCode::app_push_certificate, ErrorCode::key_mismatch, ErrorCode::not_a_private_key},
                            apns::credential_codes, apns::csr_codes, apns::request_codes, apns::chain_codes),
    });
}

}  // namespace mdm::apps
