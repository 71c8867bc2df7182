// SPDX-License-Identifier: Apache-2.0
#include "apns/commands.hpp"
#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "apns/inspection_record.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
#include "apns/vendor_files.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile csr;
    VendorFiles vendor;
    cli::OutputFile out;
};

Vendor vendor_of(cli::World& world, const Options& o, const VendorFromStore& from_store) {
    if (o.vendor.given())
        return read_vendor(world, o.vendor);
    if (from_store)
        return from_store(world);
    throw Error{ErrorCode::no_vendor_certificate, "there is no vendor certificate to sign with",
                "--vendor-cert FILE --vendor-key FILE name it; without one of your own, an MDM vendor signs for you"};
}

cli::Result run(cli::World& world, const Options& o, const VendorFromStore& from_store) {
    const Time now = world.clock.now();
    const FileContent csr_file = world.read(o.csr, limits::credential_file);
    const auto csr = apns::read_csr(csr_file);
    const Vendor vendor = vendor_of(world, o, from_store);
    const apns::SigningOrder order{csr, csr_file.name, vendor.chain, vendor.key, now};
    const std::string request = apns::sign_push_certificate_request(order);

    // An earlier request may be replaced, since it can be made again. Nothing else: --out push.key is a slip of the
    // hand.
    const auto is_request = [](const FileContent& there) {
        return apns::is_push_certificate_request(there.bytes.reveal());
    };
    world.refuse_to_replace(o.out, is_request, "is no push certificate request");
    if (world.settings.dry_run) {
        world.say(fmt::format("'{}' can be signed; nothing was written", csr_file.name));
    } else {
        world.write(o.out, request, Privacy::open, {&o.csr, &o.vendor.certificate, &o.vendor.key});
        world.say(fmt::format("signed '{}' as '{}'", csr_file.name, vendor.chain.front().subject().to_string()));
        if (o.out.path != "-")
            world.next(
                fmt::format("upload '{}' at https://identity.apple.com/pushcert: Renew beside the certificate that "
                            "your devices use; Create only if there is none yet",
                            o.out.path));
    }
    std::vector<cli::Record> chain;
    for (const auto& certificate : vendor.chain)
        chain.push_back(certificate_record(certificate, now));
    return cli::Record{
        {"request", o.out.path},
        {"csr", o.csr.path},
        {"subject", csr.subject().to_string()},
        {"public_key_sha256", csr.public_key().sha256()},
        {"chain", std::move(chain)},
        {"findings", apns::signing_findings(order)},
    };
}

}  // namespace

cli::Command sign_command(const VendorFromStore& from_store) {
    return cli::command<Options>({
        .name = "sign",
        .summary = "Make the push certificate request that Apple's portal takes, as a vendor",
        .details =
            "The vendor's half of getting a push certificate: signs the customer's CSR with the vendor's MDM CSR "
            "signing certificate and puts CSR, chain and signature into the file that is uploaded at "
            "https://identity.apple.com/pushcert. The chain is picked from --chain by issuer and key identifier, in "
            "whatever order and number the certificates are given, and must reach the root; Apple publishes both at "
            "https://www.apple.com/certificateauthority.\n\n"
            "What the portal would refuse is refused here, with every reason: an expired vendor or intermediate "
            "certificate, one that signed itself, a key that is not the vendor certificate's, a CSR that was altered, "
            "a key that is not RSA with 2048 bits. A vendor certificate without the mark of MDM CSR signing, and a "
            "root "
            "that is not the Apple Root CA, are warnings: Apple may come to use others. What was made is read back and "
            "judged before it is written.\n\n"
            "--out appears whole or not at all. It replaces an earlier push certificate request, and never another "
            "kind of file. Without --vendor-cert the vendor certificate that the store keeps is used (mdmctl apns "
            "vendor "
            "add); with it no store is needed.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--csr", "FILE", o.csr, "the customer's CSR, PEM or DER; - is standard input").required();
                declare_vendor_files(p, o.vendor);
                p.option("--out", "FILE", o.out, "where the request goes; - is standard output").required();
            },
        .run = [from_store](cli::World& world, const Options& o) { return run(world, o, from_store); },
        .examples = {{"mdmctl apns sign --csr push.csr --vendor-cert mdm.cer --vendor-key vendor.key --chain wwdr.pem "
                      "--chain root.pem --out push.req",
                      "Sign a customer's CSR"},
                     {"mdmctl apns sign --csr push.csr --vendor-cert vendor.p12 --passphrase-file pass.txt --chain "
                      "apple.pem --out push.req --dry-run",
                      "Would it work? Nothing is written"}},
        .codes = cli::codes({ErrorCode::no_vendor_certificate, ErrorCode::key_mismatch, ErrorCode::not_a_csr,
                             ErrorCode::not_a_certificate, ErrorCode::not_a_private_key, ErrorCode::output_exists},
                            apns::credential_codes, apns::csr_codes, apns::chain_codes),
        .light_with = "--vendor-cert",
    });
}

}  // namespace mdm::apps
