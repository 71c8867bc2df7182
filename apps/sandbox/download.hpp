// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "sandbox/portal.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::apps {

/// What the commands of the pretend portals share: the portal, and the way from it into a file.
/// With --dry-run the portal is only looked at.
sandbox::Portal open_portal(const cli::World& world);

/// Like a browser, a download never writes over a file that is there: the certificate in use may be in it. What a run
/// that was killed had downloaded already may be there. Asked before anything is issued.
/// throws  output_exists
void refuse_existing(const sandbox::Portal& portal, const cli::OutputFile& out);

/// Puts what the portal issued into `out`, and lets the portal know that it arrived.
void download(const cli::World& world, sandbox::Portal& portal, const cli::OutputFile& out, std::string_view pem,
              std::initializer_list<const cli::InputFile*> inputs);

/// What create and renew have in common, from the uploaded file to the answer. `press` is the button.
struct UploadOptions {
    cli::InputFile request;
    cli::OutputFile out;
    std::string apple_account = "mdm@example.org";
};
using Button = std::function<std::optional<crypto::Certificate>(sandbox::Portal&, const FileContent&)>;
cli::Result upload_and_download(cli::World& world, const UploadOptions& o, const Button& press);

/// The arguments of UploadOptions, declared.
void declare_upload(cli::Parser& p, UploadOptions& o);

}  // namespace mdm::apps
