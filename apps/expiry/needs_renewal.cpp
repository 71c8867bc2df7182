// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "expiry/commands.hpp"
#include "expiry/item_choice.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// What scripts tell "not yet" by.
constexpr int not_due = 10;

struct Options {
    ItemChoice item;
    std::optional<std::chrono::seconds> within;
    std::optional<Time> at;
};

cli::Result run(cli::World& world, const Options& o) {
    const std::chrono::seconds within = o.within.value_or(std::chrono::days(30));
    const Time now = o.at.value_or(world.clock.now());
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    const ItemMeant meant = item_chosen(transaction, world.settings, o.item);
    if (meant.tenant)
        store::refuse_handed_over(*meant.tenant);
    if (!meant.item.not_after)
        throw Error{ErrorCode::end_unknown, fmt::format("when {} ends is not known", called(meant)),
                    "mdmctl expiry list shows what is"};
    const Time end = *meant.item.not_after;
    const bool due = end - now <= within;
    cli::Record record = item_record(meant, now);
    record.add({"due", due});
    world.say(due ? fmt::format("{} needs renewal: it ends on {}", called(meant), to_rfc3339(end))
                  : fmt::format("{} is good until {}", called(meant), to_rfc3339(end)));
    return {std::move(record), due ? 0 : not_due};
}

}  // namespace

cli::Command expiry_needs_renewal_command() {
    return cli::command<Options>({
        .name = "needs-renewal",
        .summary = "Answer a script: does it end soon?",
        .details = "Exit 0: it ends within the length of time, or has ended. Exit 10: it does not. Anything else is an "
                   "error, so that a script that cannot ask does not take that for \"not yet\".",
        .options =
            [](cli::Parser& p, Options& o) {
                declare_item_choice(p, o.item);
                p.option("--within", "LENGTH", o.within, "how soon: 30d, 2w, 12h").shown_default("30d");
                p.option("--at", "TIME", o.at, "answer as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry needs-renewal apns/default --tenant acme --within 30d && ./renew.sh",
                      "Renew a month ahead"}},
        .codes = cli::codes({ErrorCode::end_unknown, ErrorCode::handed_over}, item_codes),
    });
}

}  // namespace mdm::apps
