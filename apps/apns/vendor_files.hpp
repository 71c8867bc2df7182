// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"

#include <functional>
#include <vector>

namespace mdm::apps {

/// A vendor's MDM CSR signing certificate, its key, and Apple's certificates above it, in files.
struct VendorFiles {
    cli::InputFile certificate;
    cli::InputFile key;
    std::vector<cli::InputFile> chain;
    cli::InputFile passphrase_file;

    bool given() const noexcept { return certificate.given(); }
};

/// --vendor-cert, --vendor-key, --chain, --passphrase-file
void declare_vendor_files(cli::Parser& p, VendorFiles& files, bool required = false);

/// The vendor's key, and the chain that goes into a request, leaf first.
struct Vendor {
    crypto::PrivateKey key;
    std::vector<crypto::Certificate> chain;
};
/// throws  what the readers throw; bad_certificate_signature
Vendor read_vendor(cli::World& world, const VendorFiles& files);

/// Where a vendor comes from that no file was named for; empty in a program without a store.
using VendorFromStore = std::function<Vendor(cli::World&)>;

}  // namespace mdm::apps
