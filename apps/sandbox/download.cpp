// SPDX-License-Identifier: Apache-2.0
#include "sandbox/download.hpp"

#include "apns/push_certificate.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {

sandbox::Portal open_portal(const cli::World& world) {
    return {world.settings.sandbox_dir + "/portal", world.clock.now(),
            world.settings.dry_run ? sandbox::Visit::look : sandbox::Visit::change};
}

void refuse_existing(const sandbox::Portal& portal, const cli::OutputFile& out) {
    if (out.path == "-" || !is_regular_file(out.path))
        return;
    const FileContent there = read_file(out.path, limits::credential_file);
    if (!portal.awaits_download(there.bytes.reveal()))
        throw Error{ErrorCode::output_exists, fmt::format("'{}' exists, and a download does not replace it", out.path),
                    "name a new file: the certificate that is in use is worth keeping"};
}

void download(const cli::World& world, sandbox::Portal& portal, const cli::OutputFile& out, std::string_view pem,
              std::initializer_list<const cli::InputFile*> inputs) {
    refuse_existing(portal, out);
    world.write(out, pem, Privacy::open, inputs);
    portal.mark_downloaded(pem);
}

cli::Result upload_and_download(cli::World& world, const UploadOptions& o, const Button& press) {
    const FileContent request = world.read(o.request, limits::credential_file);
    sandbox::Portal portal = open_portal(world);
    refuse_existing(portal, o.out);
    const auto issued = press(portal, request);
    if (world.settings.dry_run || !issued) {
        world.say(fmt::format("the portal would take '{}'; nothing was written", request.name));
        return {};
    }
    download(world, portal, o.out, issued->to_pem(), {&o.request});
    if (o.out.path == "-")
        return {};
    world.say(fmt::format("downloaded '{}'", o.out.path));
    return cli::Record{
        {"certificate", o.out.path},
        {"topic", apns::push_topic(*issued)},
        {"apple_account", o.apple_account},
        {"serial", issued->serial()},
        {"not_before", issued->not_before()},
        {"not_after", issued->not_after()},
        {"days_left", days_between(world.clock.now(), issued->not_after())},
    };
}

void declare_upload(cli::Parser& p, UploadOptions& o) {
    p.positional("REQUEST", o.request, "the push certificate request; - is standard input").required();
    p.option("--out", "FILE", o.out, "where the certificate goes; - is standard output").required();
    p.option("--apple-account", "ACCOUNT", o.apple_account, "who is signed in at the portal")
        .shown_default("mdm@example.org");
}

}  // namespace mdm::apps
