// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"
#include "store/lock.hpp"

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    static_cast<void>(store.info());  // says it where there is no store
    std::vector<cli::Record> rows;
    for (const store::LockHolder& holder : store::lock_holders(store.location()))
        rows.push_back({{"name", holder.name},
                        {"login", holder.login},
                        {"host", holder.host},
                        {"pid", holder.pid},
                        {"since", holder.since}});
    return cli::Rows::of("locks", {"name", "login", "host", "pid", "since"}, std::move(rows));
}

}  // namespace

cli::Command store_locks_command() {
    return cli::command<Options>({
        .name = "locks",
        .summary = "List who holds what, since when, on which host",
        .details = "What another run holds ends with exit 8 and says the same. A lock is gone when its holder is: "
                   "there is nothing to clean up.",
        .run = run,
        .examples = {{"mdmctl store locks", "Who is it that we wait for?"}},
        .codes = {ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
