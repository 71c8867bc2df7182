// SPDX-License-Identifier: Apache-2.0
#include "apns/vendor_files.hpp"

#include "apns/credential_files.hpp"
#include "apns/key_file.hpp"
#include "base/limits.hpp"
#include "crypto/chain.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

crypto::PrivateKey vendor_key(cli::World& world, const VendorFiles& files, apns::CertificateFile& vendor) {
    if (files.key.given()) {
        const FileContent file = read_key_file(world, files.key);
        return apns::read_private_key(file, world.passphrase(files.passphrase_file, file.name));
    }
    if (vendor.keys.empty())
        throw Error{ErrorCode::bad_usage,
                    fmt::format("'{}' holds no private key, and --vendor-key is not given", files.certificate.path),
                    "--vendor-key FILE names the key that the vendor certificate was requested with"};
    return vendor.keys.front();
}

}  // namespace

Vendor read_vendor(cli::World& world, const VendorFiles& files) {
    const FileContent file = world.read(files.certificate, limits::credential_file);
    auto vendor = apns::read_certificate(file, world.passphrase(files.passphrase_file, file.name));
    if (!vendor.keys.empty())
        world.guard(file);
    auto key = vendor_key(world, files, vendor);
    std::vector<crypto::Certificate> pool = std::move(vendor.others);
    for (const cli::InputFile& chain_file : files.chain) {
        const FileContent content = world.read(chain_file, limits::credential_file);
        const auto more = apns::read_certificates(content, world.passphrase(files.passphrase_file, content.name));
        pool.insert(pool.end(), more.begin(), more.end());
    }
    if (auto changed = apns::changed_certificate(vendor.certificate, pool, file.name))
        throw Error::from_findings({std::move(*changed)});
    return {std::move(key), crypto::build_chain(vendor.certificate, pool, world.clock.now())};
}

void declare_vendor_files(cli::Parser& p, VendorFiles& files, bool required) {
    cli::Argument& certificate = p.option("--vendor-cert", "FILE", files.certificate,
                                          "the vendor's MDM CSR signing certificate: PEM, DER or PKCS#12");
    certificate.is_required = required;
    p.option("--vendor-key", "FILE", files.key, "its private key; not needed where --vendor-cert holds it too");
    p.option("--chain", "FILE", files.chain,
             "Apple's intermediate and root certificates; any number of files, any order");
    p.option("--passphrase-file", "FILE", files.passphrase_file,
             "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
}

}  // namespace mdm::apps
