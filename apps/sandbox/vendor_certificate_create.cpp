// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "base/limits.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile csr;
    cli::OutputFile out;
    cli::OutputFile chain_out;
};

cli::Result run(cli::World& world, const Options& o) {
    const FileContent file = world.read(o.csr, limits::credential_file);
    const auto csr = apns::read_csr(file);
    sandbox::Portal portal = open_portal(world, sandbox::Visit::change);
    const std::string chain = o.chain_out.given() ? crypto::to_pem(portal.vendor_issuers()) : "";
    // The chain is the same throughout a rehearsal, so that a file that holds it already is as good as a new one.
    if (o.chain_out.given())
        world.refuse_to_replace(o.chain_out, [&](const FileContent& there) { return there.bytes.reveal() == chain; });
    const auto issued = portal.vendor_certificate(csr, file.name, destination(o.out));
    if (!world.settings.dry_run && issued) {
        if (o.chain_out.given())
            world.write(o.chain_out, chain, Privacy::open, {&o.csr});
        download(world, portal, o.out, issued->to_pem(), {&o.csr});
        world.say(fmt::format("downloaded '{}'", o.out.path));
    } else {
        world.say(fmt::format("the portal takes '{}'; nothing was written", file.name));
    }
    return cli::Record{
        {"certificate", o.out.path},
        {"chain", o.chain_out.given() ? cli::Value(o.chain_out.path) : cli::Value()},
        {"subject", issued ? cli::Value(issued->subject().to_string()) : cli::Value()},
        {"serial", issued ? cli::Value(issued->serial()) : cli::Value()},
        {"not_before", issued ? cli::Value(issued->not_before()) : cli::Value()},
        {"not_after", issued ? cli::Value(issued->not_after()) : cli::Value()},
        {"days_left", issued ? cli::Value(days_between(world.clock.now(), issued->not_after())) : cli::Value()},
    };
}

}  // namespace

cli::Command vendor_certificate_create_command() {
    return cli::command<Options>({
        .name = "portal vendor-certificate create",
        .summary = "Get a vendor's MDM CSR signing certificate, at the pretend developer portal",
        .details =
            "Plays the part of Apple's Developer portal for an MDM vendor: takes the vendor's CSR (RSA, 2048 bits) and "
            "gives out a certificate that mdmctl apns sign can sign with, valid for a year, and with --chain-out the "
            "pretend intermediate and root above it. With MDMCTL_NOW in the past it is one that has expired.\n\n"
            "Like a browser, it never writes over a file. If the run is killed, the same command gives out the same "
            "certificate, for a day.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("CSR", o.csr, "the vendor's CSR; - is standard input").required();
                p.option("--out", "FILE", o.out, "where the vendor certificate goes; - is standard output").required();
                p.option("--chain-out", "FILE", o.chain_out, "where the intermediate and root certificates go");
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal vendor-certificate create vendor.csr --out vendor.pem --chain-out "
                      "apple-chain.pem",
                      "Become a vendor"}},
        .codes = cli::codes({ErrorCode::not_a_csr, ErrorCode::output_exists, ErrorCode::damaged_state},
                            apns::credential_codes, apns::csr_codes),
    });
}

}  // namespace mdm::apps
