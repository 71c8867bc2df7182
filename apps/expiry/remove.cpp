// SPDX-License-Identifier: Apache-2.0
#include "base/json_object.hpp"
#include "expiry/commands.hpp"
#include "expiry/item_choice.hpp"
#include "expiry/item_meant.hpp"
#include "expiry/told.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    ItemChoice item;
};

cli::Result run(cli::World& world, const Options& o) {
    return changing_item(world, "expiry remove", o.item, [&](access::Changing& run, const ItemMeant& meant) {
        expiry::forget(run.change(), meant.tenant, meant.item);
        const auto end = meant.item.not_after ? std::optional(to_rfc3339(*meant.item.not_after)) : std::nullopt;
        run.finish(json_object({{"item", expiry::full_name(meant.item)}, {"not_after", end}}), std::nullopt);
        cli::Record record = item_record(meant, run.now());
        record.add({"changed", true});
        world.say(run.is_dry_run() ? "it can be removed; nothing was changed"
                                   : fmt::format("{} is watched over no more", called(meant)));
        return cli::Result(std::move(record));
    });
}

}  // namespace

cli::Command expiry_remove_command() {
    return cli::command<Options>({
        .name = "remove",
        .summary = "Take what was told with expiry add out of the inventory",
        .details = "What a service keeps, as a push certificate, is taken away by its own commands. The audit keeps "
                   "what it was and when it ended.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_item_choice(p, o.item); },
        .run = run,
        .examples = {{"mdmctl expiry remove scep/issuing-ca --tenant acme", "It is in use no more"}},
        .codes = cli::codes({ErrorCode::item_exists, ErrorCode::handed_over, ErrorCode::no_store_key, ErrorCode::locked,
                             ErrorCode::cannot_write},
                            item_codes),
    });
}

}  // namespace mdm::apps
