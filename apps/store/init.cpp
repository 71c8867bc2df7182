// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile passphrase_file;
    std::string label = "first key";
};

std::optional<Secret> passphrase(cli::World& world, const Options& o) {
    if (!o.passphrase_file.given())
        return std::nullopt;
    return world.passphrase(o.passphrase_file, "the store")();
}

cli::Result run(cli::World& world, const Options& o) {
    const store::StoreOptions options = access::store_options(world, every_room());
    if (world.settings.dry_run) {
        world.say(fmt::format("a store would be made in '{}'; nothing was written", options.location.shown));
        return cli::Record{{"store", options.location.shown},
                           {"id", nullptr},
                           {"key_file", nullptr},
                           {"rehearsal", world.settings.rehearsal}};
    }
    const store::Founded made =
        store::found_store(options, {.now = world.clock.now(),
                                     .rehearsal = world.settings.rehearsal,
                                     .key_path = [&](const std::string& id) { return access::key_path(world, id); },
                                     .passphrase = passphrase(world, o),
                                     .label = o.label});
    world.say(fmt::format("made the store '{}'", options.location.shown));
    world.say(fmt::format("its key is '{}': keep a copy of it in another place than the backups of the store",
                          made.key_path));
    world.next("mdmctl tenant add NAME");
    return cli::Record{{"store", options.location.shown},
                       {"id", made.id},
                       {"key_file", made.key_path},
                       {"rehearsal", world.settings.rehearsal}};
}

}  // namespace

cli::Command store_init_command() {
    return cli::command<Options>({
        .name = "init",
        .summary = "Make the store, and the key that its secrets are sealed under",
        .details =
            "SQLite in $XDG_STATE_HOME/mdmctl/mdmctl.db, or what --store names: a path, or postgresql://USER@HOST/"
            "DATABASE, which must exist and be empty. The file is 0600 from its first byte on.\n\n"
            "The key goes to $XDG_CONFIG_HOME/mdmctl/keys/ under the id of the store, or where MDMCTL_STORE_KEY_FILE "
            "says, never beside the database. Without it no secret can be opened again, by nobody. "
            "--passphrase-file makes a second way in.\n\n"
            "A store that is there is not touched (exit 4). A run that was killed is finished by running it again.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens the store as well, should the key file be lost");
                p.option("--label", "TEXT", o.label, "whose key it is, for people").shown_default("first key");
            },
        .run = run,
        .examples = {{"mdmctl store init", "SQLite, in the usual place"},
                     {"mdmctl store init --store 'postgresql://mdm@db.example.org/mdm?sslmode=verify-full'",
                      "On a server, where several admins share it"}},
        .codes = {ErrorCode::store_exists, ErrorCode::not_a_store, ErrorCode::output_exists,
                  ErrorCode::insecure_connection, ErrorCode::unavailable, ErrorCode::store_access_denied,
                  ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
