// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string file;
    std::string to;
};

cli::Result run(cli::World& world, const Options& o) {
    store::StoreOptions options = access::store_options(world, every_room());
    const store::Location target = store::parse_location(o.to.empty() ? world.settings.store : o.to);
    options.location = store::parse_location(o.file);
    store::Store backup(std::move(options));
    if (world.settings.dry_run) {
        const store::StoreInfo info = backup.info();
        world.say(fmt::format("'{}' holds the store {}; nothing was written", o.file, info.id));
        return copy_record(o.file, target.shown, {});
    }
    const store::Copied copied = store::copy_into(backup, target, true);
    world.say(fmt::format("restored '{}' from '{}'", target.shown, o.file));
    return copy_record(o.file, target.shown, copied);
}

}  // namespace

cli::Command store_restore_command() {
    return cli::command<Options>({
        .name = "restore",
        .summary = "Fill an empty store from a backup",
        .details = "On either engine. The store keeps its id, so that its key opens it; every secret is opened before "
                   "anything is kept. What holds a store already is not touched (exit 4). All of it is one "
                   "transaction: a run that was killed is run again.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the backup").required();
                p.option("--to", "URL", o.to, "where the store goes; the place of --store unless it is given");
            },
        .run = run,
        .examples = {{"mdmctl store restore /backup/mdmctl-2027-01-07.db --to /srv/mdm/mdmctl.db", "To a new place"}},
        .codes = {ErrorCode::store_not_empty, ErrorCode::not_a_store, ErrorCode::secret_damaged,
                  ErrorCode::no_store_key, ErrorCode::store_damaged, ErrorCode::cannot_write, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
