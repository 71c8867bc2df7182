// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "profile/signer.hpp"

#include <functional>
#include <string>
#include <vector>

namespace mdm::apps {

/// Which signer is meant: one in files, or one that the store keeps.
struct SignerChoice {
    cli::InputFile certificate;
    cli::InputFile key;
    std::vector<cli::InputFile> chain;
    cli::InputFile passphrase_file;
    std::string fingerprint;  ///< among several in the file, or in the store
};

/// --cert, --key, --chain, --passphrase-file, --signer
void declare_signer_choice(cli::Parser& p, SignerChoice& choice);

/// The signer in the files that were named, with the chain that goes into a signature.
/// throws  no_such_signer, signer_ambiguous, bad_usage (no key is given), and what the readers throw
profile::Signer read_signer(const cli::World& world, const SignerChoice& choice);

/// subject, sha256, serial, not_after and days_left of a signer, and as its chain what goes into a signature.
cli::Record signer_record(const profile::Signer& signer, const std::vector<Finding>& findings, Time now);

/// What `sign` does with a store; empty in a program without one.
struct SignersInStore {
    std::function<profile::Signer(cli::World&, const SignerChoice&)> find{};
    /// --keep
    std::function<void(cli::World&, const profile::Signer&)> keep{};
};

}  // namespace mdm::apps
