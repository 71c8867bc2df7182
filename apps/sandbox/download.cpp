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

sandbox::Download destination(const cli::OutputFile& out) {
    const auto there = read_existing(out.path, limits::credential_file);
    return {out.path, there ? std::string(there->bytes.reveal()) : std::string{}};
}

void download(const cli::World& world, sandbox::Portal& portal, const cli::OutputFile& out, std::string_view pem,
              std::initializer_list<const cli::InputFile*> inputs) {
    if (destination(out).there != pem)
        world.write(out, pem, Privacy::open, inputs);
    portal.mark_downloaded(pem);
}

cli::Result upload_and_download(cli::World& world, const UploadOptions& o, const Button& press) {
    const FileContent request = world.read(o.request, limits::credential_file);
    sandbox::Portal portal = open_portal(world);
    const auto issued = press(portal, {request, o.apple_account, o.notes, destination(o.out)});
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
