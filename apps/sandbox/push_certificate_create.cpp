// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"

namespace mdm::apps {
namespace {

cli::Result run(cli::World& world, const UploadOptions& o) {
    return upload_and_download(
        world, o, [](sandbox::Portal& portal, const sandbox::Upload& upload) { return portal.create(upload); });
}

}  // namespace

cli::Command push_certificate_create_command() {
    return cli::command<UploadOptions>({
        .name = "portal push-certificate create",
        .summary = "Upload a request with Create a Certificate, at the pretend portal",
        .details =
            "Does what Create a Certificate does at https://identity.apple.com/pushcert: a new row with a new push "
            "topic, and the certificate to download. The pretend portal is as strict as Apple's: signature, chain, "
            "dates and keys are verified, and the vendor must be one that this rehearsal made.\n\n"
            "What it issues is marked, so that nothing outside a rehearsal takes it. --out is never written over. If "
            "the run is killed, the same command gives out the same certificate, for a day. The portal's memory is in "
            "the folder MDMCTL_SANDBOX_DIR, else in sandbox in the user's state folder.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, UploadOptions& o) {
                declare_upload(p, o);
                p.option("--notes", "TEXT", o.notes, "what goes into the portal's Notes field");
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal push-certificate create push.req --out push.pem",
                      "Get a first push certificate"}},
        .codes = upload_codes(),
    });
}

}  // namespace mdm::apps
