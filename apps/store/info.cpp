// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    const store::StoreInfo info = store.info();
    std::vector<std::string> schema;
    for (const store::Row& row : info.schema)
        schema.push_back(fmt::format("{} {}", row.text("room"), row.number("version")));
    return cli::Record{
        {"store", info.shown},
        {"id", info.id},
        {"engine", info.engine == store::Engine::sqlite ? "sqlite" : "postgresql"},
        {"created_at", info.created_at},
        {"rehearsal", info.rehearsal},
        {"moved_to", info.moved_to.empty() ? std::nullopt : std::optional(info.moved_to)},
        {"schema", schema},
        {"tenants", info.tenants},
        {"secrets", info.secrets},
    };
}

}  // namespace

cli::Command store_info_command() {
    return cli::command<Options>({
        .name = "info",
        .summary = "Show which store this is and what it holds",
        .details = "Needs no key and changes nothing.",
        .run = run,
        .examples = {{"mdmctl store info --output json | jq -r .id", "The id that the key file is named after"}},
        .codes = {ErrorCode::no_store, ErrorCode::not_a_store, ErrorCode::store_too_new, ErrorCode::store_too_old,
                  ErrorCode::unavailable},
    });
}

}  // namespace mdm::apps
