// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string id;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    store::Change change = store.change(world.clock.now());
    const store::KeySlot removed = store::remove_key_slot(change.transaction(), o.id);
    change.record(
        {.tenant_id = "", .tenant = "", .command = "store key remove", .object = fmt::format("key {}", removed.id)});
    if (world.settings.dry_run) {
        world.say(fmt::format("the key '{}' can be removed; nothing was changed", removed.label));
    } else {
        change.commit();
        world.say(fmt::format("the key '{}' opens the store no longer", removed.label));
        world.next("mdmctl store rekey, if who had it is to open no copy of the database either");
    }
    return cli::Record{{"id", removed.id}, {"kind", removed.kind}, {"label", removed.label}};
}

}  // namespace

cli::Command store_key_remove_command() {
    return cli::command<Options>({
        .name = "key remove",
        .summary = "Take a key away",
        .details = "The last one cannot be removed. Who has the file and a copy of the database from before can open "
                   "that copy still: mdmctl store rekey ends that for what is sealed from then on.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("ID", o.id, "as key list shows it; 4 characters are enough").required();
            },
        .run = run,
        .examples = {{"mdmctl store key remove 9b2e4c1a", "By the front of its id"}},
        .codes = {ErrorCode::no_such_key, ErrorCode::last_key_slot, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
