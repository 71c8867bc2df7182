// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    std::vector<cli::Record> rows;
    for (const store::KeySlot& slot : store::key_slots(transaction))
        rows.push_back({{"id", slot.id}, {"kind", slot.kind}, {"label", slot.label}, {"created_at", slot.created_at}});
    return cli::Rows::of("keys", {"id", "kind", "label", "created_at"}, std::move(rows));
}

}  // namespace

cli::Command store_key_list_command() {
    return cli::command<Options>({
        .name = "key list",
        .summary = "List the keys that open the store",
        .details = "Key files and passphrases, by the label that they were given. None of them is shown, and none is "
                   "needed.",
        .run = run,
        .examples = {{"mdmctl store key list", "Who has one?"}},
        .codes = {ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
