// SPDX-License-Identifier: Apache-2.0
#include "sandbox/download.hpp"

#include "apns/csr.hpp"
#include "apns/push_certificate.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
#include "base/limits.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

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

const std::string& rehearsal_folder(const cli::World& world) {
    const std::string& folder = world.settings.sandbox_dir;
    std::error_code failed;
    const auto there = std::filesystem::status(folder, failed);
    if (folder.empty() || (std::filesystem::exists(there) && !std::filesystem::is_directory(there)))
        throw Error{ErrorCode::bad_setting,
                    folder.empty() ? "nothing says where the rehearsal's folder is: HOME is no absolute path"
                                   : fmt::format("the rehearsal's folder '{}' is no folder", folder),
                    "MDMCTL_SANDBOX_DIR names one, which need not be there yet"};
    return folder;
}

std::string portal_folder(const cli::World& world) { return rehearsal_folder(world) + "/portal"; }

sandbox::Portal open_portal(const cli::World& world, sandbox::Visit visit) {
    return {portal_folder(world), world.clock.now(), world.settings.dry_run ? sandbox::Visit::look : visit};
}

sandbox::BusinessPortal open_business_portal(const cli::World& world, sandbox::Visit visit) {
    return {portal_folder(world), world.clock.now(), world.settings.dry_run ? sandbox::Visit::look : visit};
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
    sandbox::Portal portal = open_portal(world, sandbox::Visit::change);
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

std::vector<ErrorCode> upload_codes() {
    return cli::codes(
        {ErrorCode::untrusted_vendor, ErrorCode::output_exists, ErrorCode::bad_name, ErrorCode::damaged_state},
        apns::request_codes, apns::chain_codes, apns::csr_codes);
}

}  // namespace mdm::apps
