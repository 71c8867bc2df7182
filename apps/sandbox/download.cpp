// SPDX-License-Identifier: Apache-2.0
#include "sandbox/download.hpp"

#include "apns/push_certificate.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// What is known of an issued certificate; with --dry-run, that it would be.
cli::Record issued_record(const UploadOptions& o, const std::optional<crypto::Certificate>& issued, Time now) {
    cli::Record record{{"certificate", o.out.path}, {"apple_account", o.apple_account}};
    record.add({"topic", issued ? cli::Value(apns::push_topic(*issued)) : cli::Value()});
    record.add({"serial", issued ? cli::Value(issued->serial()) : cli::Value()});
    record.add({"not_before", issued ? cli::Value(issued->not_before()) : cli::Value()});
    record.add({"not_after", issued ? cli::Value(issued->not_after()) : cli::Value()});
    record.add({"days_left", issued ? cli::Value(days_between(now, issued->not_after())) : cli::Value()});
    return record;
}

}  // namespace

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
    if (!world.settings.dry_run && issued) {
        download(world, portal, o.out, issued->to_pem(), {&o.request});
        world.say(fmt::format("downloaded '{}'", o.out.path));
    } else {
        world.say(fmt::format("the portal takes '{}'; nothing was written", request.name));
    }
    return issued_record(o, issued, world.clock.now());
}

void declare_upload(cli::Parser& p, UploadOptions& o) {
    p.positional("REQUEST", o.request, "the push certificate request; - is standard input").required();
    p.option("--out", "FILE", o.out, "where the certificate goes; - is standard output").required();
    p.option("--apple-account", "ACCOUNT", o.apple_account, "who is signed in at the portal")
        .shown_default("mdm@example.org");
}

}  // namespace mdm::apps
