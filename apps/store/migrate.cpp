// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    const bool dry = world.settings.dry_run;
    const std::vector<std::string> steps = dry ? store.pending() : store.migrate();
    for (const std::string& step : steps)
        world.say((dry ? "would apply " : "applied ") + step);
    if (steps.empty())
        world.say("there is nothing to do: the store has all that this mdmctl needs");
    return cli::Record{{"store", store.location().shown}, {"changed", !dry && !steps.empty()}, {"steps", steps}};
}

}  // namespace

cli::Command store_migrate_command() {
    return cli::command<Options>({
        .name = "migrate",
        .summary = "Bring the store's tables to what this mdmctl needs",
        .details = "A SQLite store is brought up to date by any command that writes; a shared one by this command "
                   "alone, for an older mdmctl does not open it any more. Each step is a transaction: a run that was "
                   "killed is run again.",
        .effect = cli::Effect::changes,
        .run = run,
        .examples = {{"mdmctl store migrate --dry-run", "What would be done"}},
        .codes = {ErrorCode::store_too_new, ErrorCode::store_moved, ErrorCode::locked, ErrorCode::no_store,
                  ErrorCode::store_access_denied},
    });
}

}  // namespace mdm::apps
