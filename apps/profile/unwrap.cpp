// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/limits.hpp"
#include "crypto/signed_message.hpp"
#include "profile/commands.hpp"
#include "profile/file_form.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    cli::OutputFile out;
};

cli::Result run(cli::World& world, const Options& o) {
    const FileContent file = world.read(o.file, limits::profile_file);
    if (profile::file_form(file.bytes.reveal()) != profile::FileForm::signed_cms)
        throw Error{ErrorCode::not_signed, fmt::format("'{}' is not signed: there is nothing around it", file.name)};
    const auto message = crypto::SignedMessage::parse(file.bytes.reveal(), file.name);
    world.write(o.out, message.content(), Privacy::open, {&o.file});
    return cli::Record{{"file", o.file.path}, {"out", o.out.path}};
}

}  // namespace

cli::Command profile_unwrap_command() {
    return cli::command<Options>({
        .name = "unwrap",
        .summary = "Take the profile out of its signature, byte for byte",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "a signed profile; - is standard input").required();
                p.option("--out", "FILE", o.out, "where the profile goes; - is standard output").required();
            },
        .run = run,
        .examples = {{"mdmctl profile unwrap wifi.mobileconfig --out wifi.xml", "What is in a signed profile"}},
        .codes = {ErrorCode::not_signed, ErrorCode::malformed_der, ErrorCode::trailing_data},
    });
}

}  // namespace mdm::apps
