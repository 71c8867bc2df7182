// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/item_choice.hpp"
#include "expiry/ladder.hpp"
#include "expiry/marks.hpp"
#include "expiry/sent.hpp"
#include "expiry/service_line.hpp"
#include "rooms/every_room.hpp"
#include "store/policies.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// Days before the end of a push certificate on which Apple writes to the account that it was got with, and to nobody
/// else. Source: Apple's mails, as Addigy's support article "APN Certificates" tells of them.
constexpr std::array<expiry::Step, 3> mails_of_apple{30, 10, 1};

struct Options {
    ItemChoice item;
    std::optional<Time> at;
};

/// The policies whose word counts for a thing, the closest first.
class WayUp {
public:
    WayUp(store::Transaction& transaction, const ItemMeant& meant) : store_root_(store::store_root(transaction)) {
        if (!meant.tenant) {
            policies = {&store_root_};
            return;
        }
        tree_.emplace(transaction, meant.tenant->id);
        policies = expiry::way_up_of(meant.item, *tree_);
    }
    WayUp(const WayUp&) = delete;
    WayUp& operator=(const WayUp&) = delete;

    std::vector<const store::Policy*> policies;

private:
    store::Policy store_root_;
    std::optional<store::PolicyTree> tree_;
};

/// "kiosks"; "/ of all tenants"; "usual": no policy says so.
std::string from(const store::Policy* policy) {
    if (policy == nullptr)
        return "usual";
    return policy->tenant ? policy->name : fmt::format("{} of all tenants", policy->name);
}

std::vector<cli::Record> contact_records(store::Transaction& transaction, const WayUp& way) {
    std::vector<cli::Record> records;
    for (const store::Policy* policy : way.policies)
        for (const store::Contact& contact : store::contacts(transaction, policy->id))
            records.push_back({{"address", contact.address}, {"from", from(policy)}});
    return records;
}

struct DatedStep {
    expiry::Step days;
    std::string_view who;
};

/// Ours and Apple's, as they come.
std::vector<DatedStep> steps_of(const ItemMeant& meant, const std::vector<expiry::Step>& ladder) {
    std::vector<DatedStep> steps;
    for (const expiry::Step step : ladder)
        steps.push_back({step, "mdmctl"});
    if (meant.item.service == "apns")
        for (const expiry::Step step : mails_of_apple)
            steps.push_back({step, "Apple"});
    std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.days > b.days; });
    return steps;
}

std::vector<cli::Record> step_records(const ItemMeant& meant, const std::vector<expiry::Step>& ladder,
                                      std::optional<Time> quiet, Time now) {
    std::vector<cli::Record> records;
    if (!meant.item.not_after)
        return records;
    for (const auto& [days, who] : steps_of(meant, ladder)) {
        const Time from_then = expiry::time_of(days, *meant.item.not_after);
        const bool silent = who != "Apple" && quiet && from_then < *quiet;
        records.push_back({{"days", days},
                           {"from", from_then},
                           {"by", who},
                           {"state", now >= from_then ? "reached"
                                     : silent         ? "quiet"
                                                      : "to come"}});
    }
    return records;
}

/// The latest of each; what is older is reached, and was told with it.
std::vector<cli::Record> sent_records(store::Transaction& transaction, const ItemMeant& meant) {
    std::vector<cli::Record> records;
    for (const auto& [destination, sent] : expiry::sent_of(transaction, meant.item.id))
        if (sent.term == meant.item.not_after)
            records.push_back({{"destination", destination}, {"days", sent.step}, {"at", sent.at}});
    return records;
}

cli::Result run(cli::World& world, const Options& o) {
    const Time now = o.at.value_or(world.clock.now());
    store::Store store = access::open_store(world, every_room());
    store::Transaction transaction = store.read();
    const ItemMeant meant = item_chosen(transaction, world.settings, o.item);
    const WayUp way(transaction, meant);
    const store::SettingsInForce in_force = store::settings_in_force(way.policies);
    const auto mark = expiry::mark_of(transaction, meant.item.id);
    const auto quiet = mark ? expiry::quiet_until(*mark, meant.item.not_after, now) : std::nullopt;
    cli::Record record = item_record(meant, now);
    record.add({"policy", way.policies.front()->name});
    record.add({"remind_days", fmt::format("{}", fmt::join(in_force.remind_days.value, ","))});
    record.add({"remind_days_from", from(in_force.remind_days.from)});
    record.add({"warn_days", in_force.warn_days.value});
    record.add({"warn_days_from", from(in_force.warn_days.from)});
    record.add({"critical_days", in_force.critical_days.value});
    record.add({"critical_days_from", from(in_force.critical_days.from)});
    record.add({"contacts", contact_records(transaction, way)});
    record.add({"acknowledged_until", quiet});
    record.add({"reason", quiet ? cli::Value(none_if_empty(mark->reason)) : cli::Value()});
    record.add({"steps", step_records(meant, expiry::ladder_of(in_force.remind_days.value), quiet, now)});
    record.add({"sent", sent_records(transaction, meant)});
    if (meant.tenant && meant.tenant->handed_over_at)
        world.warn(fmt::format("the tenant '{}' was handed over: nobody is reminded of it here", meant.tenant->name));
    return record;
}

}  // namespace

cli::Command expiry_explain_command() {
    return cli::command<Options>({
        .name = "explain",
        .summary = "Explain who is reminded of something, when, and where that comes from",
        .details =
            "Reminder days, thresholds and contacts come from the policy that the thing is for and those above it, up "
            "to / of all tenants; \"usual\" is what holds where none says anything. Each step is shown with the first "
            "second at which it is due; behind the end there are three, at once, after 7 days and after 21. What "
            "mdmctl "
            "expiry remind has sent of the present end is listed with its destination: the latest step of each.\n\n"
            "Beside them stand Apple's own mails about a push certificate, 30, 10 and 1 day before its end. They go to "
            "the one account that it was got with, and to nobody else.",
        .options =
            [](cli::Parser& p, Options& o) {
                declare_item_choice(p, o.item);
                p.option("--at", "TIME", o.at, "as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry explain apns/default --tenant acme", "Who will be told, and when"}},
        .codes = cli::codes({}, item_codes),
    });
}

}  // namespace mdm::apps
