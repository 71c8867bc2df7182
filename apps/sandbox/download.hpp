// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "sandbox/business_portal.hpp"
#include "sandbox/portal.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apps {

/// What the commands of the pretend portals share: the portal, and the way from it into a file.
/// With --dry-run, or where the command only lists, the portal is only looked at.
/// throws  bad_setting: the rehearsal's folder is none, or nothing says where it is
sandbox::Portal open_portal(const cli::World& world, sandbox::Visit visit);
/// The same for the portal of organisations.
sandbox::BusinessPortal open_business_portal(const cli::World& world, sandbox::Visit visit);
/// The rehearsal's folder. throws  bad_setting, as above
const std::string& rehearsal_folder(const cli::World& world);
/// That of its portals.
std::string portal_folder(const cli::World& world);

/// Where a download goes, and what is there already.
sandbox::Download destination(const cli::OutputFile& out);

/// Puts what the portal issued into `out`, unless it is there already, and lets the portal know that it arrived.
void download(const cli::World& world, sandbox::Portal& portal, const cli::OutputFile& out, std::string_view pem,
              std::initializer_list<const cli::InputFile*> inputs);

/// What create and renew have in common, from the uploaded file to the answer. `press` is the button.
struct UploadOptions {
    cli::InputFile request;
    cli::OutputFile out;
    std::string apple_account = "mdm@example.org";
    std::string notes;
};
using Button = std::function<std::optional<crypto::Certificate>(sandbox::Portal&, const sandbox::Upload&)>;
cli::Result upload_and_download(cli::World& world, const UploadOptions& o, const Button& press);

/// The arguments of UploadOptions, declared.
void declare_upload(cli::Parser& p, UploadOptions& o);
/// What an upload may end with.
std::vector<ErrorCode> upload_codes();

}  // namespace mdm::apps
