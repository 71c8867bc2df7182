// SPDX-License-Identifier: Apache-2.0
#include "profile/signer_files.hpp"

#include "apns/credential_files.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/chain.hpp"
#include "profile/fingerprint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace mdm::apps {
namespace {

using crypto::Certificate;

bool fits(const Certificate& certificate, const crypto::PrivateKey& key) {
    return certificate.public_key() == key.public_key();
}

/// A key that others can see is warned of, a CSR in its place is not.
crypto::PrivateKey read_key(const cli::World& world, const SignerChoice& choice) {
    const FileContent file = world.read(choice.key, limits::credential_file);
    if (apns::holds_private_key(file))
        world.guard(file);
    return apns::read_private_key(file, world.passphrase(choice.passphrase_file, file.name));
}

/// By the fingerprint, else the only one that has its key beside it or in --key, else what the file is about.
const Certificate& certificate_in(const crypto::Contents& contents, const std::optional<crypto::PrivateKey>& given_key,
                                  const SignerChoice& choice, std::string_view name) {
    const auto& all = contents.certificates;
    if (!choice.fingerprint.empty()) {
        const auto wanted = profile::Fingerprint::parse(choice.fingerprint);
        const auto found = std::find_if(all.begin(), all.end(), [&](const Certificate& c) { return wanted.fits(c); });
        if (found != all.end())
            return *found;
        std::vector<std::string> there;
        for (const Certificate& c : all)
            there.push_back(fmt::format("{} ('{}')", c.sha256(), c.subject().to_string()));
        throw Error{ErrorCode::no_such_signer,
                    fmt::format("no certificate in '{}' has the fingerprint {}", name, wanted.digits()),
                    there.empty() ? "" : "there are " + joined(there, ", ")};
    }
    std::vector<const Certificate*> with_key;
    for (const Certificate& c : all)
        if (std::any_of(contents.keys.begin(), contents.keys.end(), [&](const auto& key) { return fits(c, key); }))
            with_key.push_back(&c);
    if (with_key.size() > 1)
        throw Error{ErrorCode::signer_ambiguous,
                    fmt::format("'{}' holds {} certificates with their keys", name, with_key.size()),
                    fmt::format("--signer {} or --signer {}", with_key[0]->sha256(), with_key[1]->sha256())};
    if (with_key.size() == 1)
        return *with_key.front();
    const auto fits_key = [&given_key](const Certificate& c) { return given_key && fits(c, *given_key); };
    return std::count_if(all.begin(), all.end(), fits_key) == 1 ? *std::find_if(all.begin(), all.end(), fits_key)
                                                                : apns::pick_certificate(contents, name);
}

}  // namespace

profile::Signer read_signer(const cli::World& world, const SignerChoice& choice) {
    const FileContent file = world.read(choice.certificate, limits::credential_file);
    const auto passphrase = world.passphrase(choice.passphrase_file, file.name);
    const auto contents = apns::read_contents_of(file, passphrase);
    if (!contents)
        apns::read_certificate(file, passphrase);  // says what it is instead
    if (contents->holds_key)
        world.guard(file);
    const auto given_key = choice.key.given() ? std::optional(read_key(world, choice)) : std::nullopt;
    const Certificate& leaf = certificate_in(*contents, given_key, choice, file.name);
    std::vector<Certificate> pool = contents->certificates;
    for (const cli::InputFile& chain_file : choice.chain) {
        const FileContent content = world.read(chain_file, limits::credential_file);
        const auto more = apns::read_certificates(content, world.passphrase(choice.passphrase_file, content.name));
        pool.insert(pool.end(), more.begin(), more.end());
    }
    auto chain = crypto::build_chain(leaf, pool, world.clock.now());
    if (given_key)
        return {std::move(chain), *given_key};
    const auto beside = std::find_if(contents->keys.begin(), contents->keys.end(),
                                     [&](const crypto::PrivateKey& key) { return fits(leaf, key); });
    if (beside == contents->keys.end() && contents->locked)
        apns::pick_private_key(*contents, file.name);  // says that it is encrypted
    if (beside == contents->keys.end())
        throw Error{
            ErrorCode::bad_usage,
            fmt::format("'{}' does not hold the private key of its certificate, and --key is not given", file.name),
            "--key FILE names the key that the certificate was requested with"};
    return {std::move(chain), *beside};
}

cli::Record signer_record(const profile::Signer& signer, const std::vector<Finding>& findings, Time now) {
    const Certificate& leaf = signer.chain.front();
    std::vector<std::string> chain;
    for (const Certificate& c : signer.embedded())
        chain.push_back(c.subject().to_string());
    return {{"subject", leaf.subject().to_string()},
            {"issuer", leaf.issuer().to_string()},
            {"serial", leaf.serial()},
            {"sha256", leaf.sha256()},
            {"not_after", leaf.not_after()},
            {"days_left", days_between(now, leaf.not_after())},
            {"chain", std::move(chain)},
            {"findings", findings}};
}

void declare_signer_choice(cli::Parser& p, SignerChoice& choice) {
    p.option("--cert", "FILE", choice.certificate, "the signer's certificate: PEM, DER or PKCS#12");
    p.option("--key", "FILE", choice.key, "its private key; not needed where --cert holds it too").needs({"--cert"});
    p.option("--chain", "FILE", choice.chain, "the certificates above the signer's; any number of files, any order")
        .needs({"--cert"});
    p.option("--passphrase-file", "FILE", choice.passphrase_file,
             "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
    p.option(
        "--signer", "FINGERPRINT", choice.fingerprint,
        "the signer with that SHA-256, or its first digits: in --cert where that holds several, else in the store");
}

}  // namespace mdm::apps
