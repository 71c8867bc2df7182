// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/limits.hpp"
#include "profile/commands.hpp"
#include "profile/opened_file.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

using State = crypto::MessageSignature::State;

struct Options {
    cli::InputFile file;
    cli::OutputFile out;
};

profile::OpenedFile open_signed(const FileContent& file) {
    profile::OpenedFile opened = profile::open_file(file.bytes.reveal(), file.name);
    if (!opened.signature)
        throw Error{ErrorCode::not_signed, fmt::format("'{}' is not signed: it is the profile itself", file.name)};
    if (opened.signature->is_detached())
        throw Error{ErrorCode::content_missing, fmt::format("'{}' is a signature without what was signed", file.name),
                    "the profile is another file"};
    return opened;
}

/// What is in there is given out all the same: somebody may want to see what became of it.
void warn_of_changes(const cli::World& world, const crypto::SignedMessage& message, std::string_view name) {
    for (const crypto::MessageSignature& signature : message.signatures())
        if (signature.state == State::digest_mismatch || signature.state == State::bad)
            world.warn(fmt::format("what is in '{}' is not what was signed: it was changed since", name));
}

cli::Result run(cli::World& world, const Options& o) {
    const FileContent file = world.read(o.file, limits::profile_file);
    const profile::OpenedFile opened = open_signed(file);
    warn_of_changes(world, *opened.signature, file.name);
    const auto is_the_same = [&](const FileContent& there) { return there.bytes.reveal() == opened.profile; };
    world.refuse_to_replace(o.out, is_the_same, "holds something else", limits::profile_file);
    if (world.settings.dry_run)
        world.say(fmt::format("'{}' can be unwrapped; nothing was written", file.name));
    else
        world.write(o.out, opened.profile, Privacy::open, {&o.file});
    return cli::Record{{"file", o.file.path}, {"out", o.out.path}, {"bytes", opened.profile.size()}};
}

}  // namespace

cli::Command profile_unwrap_command() {
    return cli::command<Options>({
        .name = "unwrap",
        .summary = "Take a profile out of its signature, byte for byte",
        .details =
            "What was signed is written as it is, whether the signature is trusted or not: mdmctl profile verify "
            "says that. Where it was changed under its signature, that is warned of. Of a profile that is in "
            "two signatures the outer one is taken off.\n\n"
            "--out appears whole or not at all, and replaces no other content.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "a signed profile; - is standard input").required();
                p.option("--out", "FILE", o.out, "where the profile goes; - is standard output").required();
            },
        .run = run,
        .examples = {{"mdmctl profile unwrap wifi-signed.mobileconfig --out wifi.mobileconfig",
                      "What is in a signed profile"},
                     {"mdmctl profile unwrap wifi-signed.mobileconfig --out - | diff - wifi.mobileconfig",
                      "Is it the one that we have?"}},
        .codes = cli::codes(
            {ErrorCode::not_signed, ErrorCode::content_missing, ErrorCode::too_costly, ErrorCode::output_exists},
            profile::opening_codes),
    });
}

}  // namespace mdm::apps
