// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"
#include "store/facts.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string label;
    cli::OutputFile out;
    cli::InputFile passphrase_file;
};

/// The file is there before the store knows of it: the other way round a killed run would leave a slot that nothing
/// opens, and a file without a slot does no harm.
std::string add_file(cli::World& world, store::Change& change, const Options& o) {
    const std::string store_id = store::fact(change.transaction(), store::facts::id).value_or("");
    const store::KeyFile file =
        store::add_key_file_slot(change.transaction(), change.key(), store_id, o.label, change.now());
    refuse_to_replace(o.out);
    if (!world.settings.dry_run)
        world.write(o.out, store::to_text(file).reveal(), Privacy::secret, {});
    return file.slot_id;
}

std::string add_passphrase(cli::World& world, store::Change& change, const Options& o) {
    const auto passphrase = world.passphrase(o.passphrase_file, "the store")();
    if (!passphrase || passphrase->empty())
        throw Error{ErrorCode::passphrase_needed, "there is neither --out nor a passphrase",
                    "--out FILE makes a key file, --passphrase-file FILE takes a passphrase"};
    return store::add_passphrase_slot(change.transaction(), change.key(), *passphrase, o.label, change.now());
}

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    store::Change change = store.change(world.clock.now());
    const std::string id = o.out.given() ? add_file(world, change, o) : add_passphrase(world, change, o);
    change.record({.tenant_id = "",
                   .tenant = "",
                   .command = "store key add",
                   .object = fmt::format("key {}", id),
                   .after = fmt::format("{{\"kind\":\"{}\"}}", o.out.given() ? "key-file" : "passphrase")});
    if (!world.settings.dry_run)
        change.commit();
    world.say(world.settings.dry_run ? "the key can be added; nothing was changed"
                                     : fmt::format("added the key '{}'", o.label));
    return cli::Record{{"id", id},
                       {"kind", o.out.given() ? "key-file" : "passphrase"},
                       {"label", o.label},
                       {"key_file", o.out.given() ? std::optional(o.out.path) : std::nullopt}};
}

}  // namespace

void refuse_to_replace(const cli::OutputFile& file) {
    if (file.path != "-" && identity_of(file.path))
        throw Error{ErrorCode::output_exists, fmt::format("'{}' exists, and a key replaces nothing", file.path),
                    "name another file"};
}

cli::Command store_key_add_command() {
    return cli::command<Options>({
        .name = "key add",
        .summary = "Add a key that opens the store: a file, or a passphrase",
        .details = "Each person and each machine may have one of their own, that can be taken away again. A key file "
                   "is 0600 and replaces nothing; where there is no file, the passphrase is asked for at a terminal.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--label", "TEXT", o.label, "whose key it is: \"ci\", \"Jo's laptop\"").required();
                p.option("--out", "FILE", o.out, "where the key file goes").excludes({"--passphrase-file"});
                p.option("--passphrase-file", "FILE", o.passphrase_file, "its first line opens the store")
                    .excludes({"--out"});
            },
        .run = run,
        .examples = {{"mdmctl store key add --label ci --out ci.key", "For a CI runner, by MDMCTL_STORE_KEY_FILE"}},
        .codes = {ErrorCode::output_exists, ErrorCode::passphrase_needed, ErrorCode::no_store_key, ErrorCode::no_store,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
