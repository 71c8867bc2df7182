// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string to;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    const store::Location target = store::parse_location(o.to);
    if (world.settings.dry_run) {
        static_cast<void>(store.info());
        static_cast<void>(store.key());
        world.say(fmt::format("'{}' can be copied; nothing was written", store.location().shown));
        return copy_record(store.location().shown, target.shown, {});
    }
    const store::Copied copied = store::move_to(store, target, world.clock.now());
    world.say(fmt::format("'{}' is in '{}' now; the old one is kept for reading alone", store.location().shown,
                          target.shown));
    world.next(fmt::format("set MDMCTL_STORE, or store in config.toml, to '{}'", target.shown));
    return copy_record(store.location().shown, target.shown, copied);
}

}  // namespace

cli::Command store_copy_command() {
    return cli::command<Options>({
        .name = "copy",
        .summary = "Move the store to another place or engine",
        .details = "Fills an empty store at --to with every row of every table, opens every secret there, and leaves "
                   "the source for reading alone, saying where it went. Nobody else can write to the source "
                   "meanwhile. A run that was killed is run again: it finds its copy and finishes.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p,
                      Options& o) { p.option("--to", "URL", o.to, "an empty place for it").required(); },
        .run = run,
        .examples = {{"mdmctl store copy --to 'postgresql://mdm@db.example.org/mdm?sslmode=verify-full'",
                      "From SQLite to a server that several admins share"}},
        .codes = {ErrorCode::store_not_empty, ErrorCode::not_a_store, ErrorCode::store_moved,
                  ErrorCode::insecure_connection, ErrorCode::unavailable, ErrorCode::no_store_key,
                  ErrorCode::secret_damaged, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
