// SPDX-License-Identifier: Apache-2.0
// ack, snooze
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/item_choice.hpp"
#include "expiry/item_meant.hpp"
#include "expiry/marks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using expiry::Mark;

struct Options {
    ItemChoice item;
    std::string reason;
    std::optional<Time> until;
    bool undo = false;
};

std::string told(const std::optional<Mark>& mark) {
    if (!mark)
        return json_object({{"quiet", std::nullopt}});
    return json_object({{"quiet", std::string(name(mark->kind))},
                        {"until", to_rfc3339(mark->until)},
                        {"reason", none_if_empty(mark->reason)}});
}

cli::Record record_of(const ItemMeant& meant, const std::optional<Mark>& mark, Time now, bool changed) {
    const auto until = mark ? expiry::quiet_until(*mark, meant.item.not_after, now) : std::nullopt;
    cli::Record record = item_record(meant, now);
    record.add({"acknowledged_until", until});
    record.add({"kind", until ? cli::Value(name(mark->kind)) : cli::Value()});
    record.add({"reason", until ? cli::Value(none_if_empty(mark->reason)) : cli::Value()});
    record.add({"changed", changed});
    return record;
}

/// An acknowledgement lasts until the end; what is snoozed is told of again at the end all the same.
Mark mark_for(access::Changing& run, const ItemMeant& meant, const Options& o) {
    const Time now = run.now();
    const auto& end = meant.item.not_after;
    if (!end)
        throw Error{ErrorCode::end_unknown, fmt::format("{} has no end that anybody is reminded of", called(meant)),
                    "mdmctl expiry list"};
    if (!o.until && now > *end)
        throw Error{
            ErrorCode::expired,
            fmt::format("{} ended on {}, and an acknowledgement lasts until the end", called(meant), to_rfc3339(*end)),
            "mdmctl expiry snooze NAME --until DATE keeps it quiet for a while"};
    if (o.until && *o.until <= now)
        throw Error{ErrorCode::bad_usage, fmt::format("--until {} is over", to_rfc3339(*o.until)), "a day to come"};
    return {.item = meant.item.id,
            .tenant = meant.tenant ? meant.tenant->id : "",
            .kind = o.until ? Mark::Kind::snoozed : Mark::Kind::acknowledged,
            .term = end,
            .until = o.until && now > *end ? *o.until : std::min(o.until.value_or(*end), *end),
            .reason = o.reason,
            .noted_by = run.change().caller().actor,
            .noted_at = now};
}

bool is_same(const std::optional<Mark>& one, const std::optional<Mark>& other) {
    if (!one || !other)
        return one.has_value() == other.has_value();
    return one->kind == other->kind && one->term == other->term && one->until == other->until &&
           one->reason == other->reason;
}

std::string outcome(const access::Changing& run, const ItemMeant& meant, const std::optional<Mark>& mark,
                    bool changed) {
    if (run.is_dry_run())
        return "it can be noted; nothing was changed";
    if (!changed)
        return "it is so already";
    if (!mark)
        return fmt::format("people are reminded of {} again", called(meant));
    return fmt::format("nobody is reminded of {} until {}", called(meant), to_rfc3339(mark->until));
}

cli::Result run_as(cli::World& world, std::string command, const Options& o) {
    judge_note(o.reason);
    return changing_item(world, std::move(command), o.item, [&](access::Changing& run, const ItemMeant& meant) {
        const std::optional<Mark> before = expiry::mark_of(run.transaction(), meant.item.id);
        std::optional<Mark> after;
        if (!o.undo)
            after = mark_for(run, meant, o);
        const bool changed = !is_same(before, after);
        if (changed) {
            if (after)
                expiry::put_mark(run.transaction(), *after);
            else
                expiry::take_mark(run.transaction(), meant.item.id);
            run.finish(told(before), told(after));
        }
        if (after && o.until && after->until < *o.until)
            world.warn(fmt::format("it ends on {}, and people are told of that", to_rfc3339(after->until)));
        world.say(outcome(run, meant, after, changed));
        return cli::Result(record_of(meant, after, run.now(), changed));
    });
}

}  // namespace

cli::Command expiry_ack_command() {
    return cli::command<Options>({
        .name = "ack",
        .summary = "Acknowledge that something ends: nobody is reminded of it until it does",
        .details =
            "For who looks after it already and need not be reminded. It holds for this end alone: after a renewal the "
            "next end is told of as ever, and if the thing ends without a renewal, that is told as well. check "
            "judges it as before, and shows acknowledged_until for who opens tickets by its answer. --undo takes it "
            "back, and a snooze too.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_item_choice(p, o.item);
                p.option("--reason", "TEXT", o.reason, "what is being done about it");
                p.flag("--undo", o.undo, "remind people again").excludes({"--reason"});
            },
        .run = [](cli::World& world, const Options& o) { return run_as(world, "expiry ack", o); },
        .examples = {{"mdmctl expiry ack default --tenant acme --reason 'Jo renews it on Monday'",
                      "It is looked after"},
                     {"mdmctl expiry ack apns/default --tenant acme --undo", "It is not, after all"}},
        .codes = cli::codes({ErrorCode::end_unknown, ErrorCode::expired, ErrorCode::handed_over,
                             ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
                            item_codes),
    });
}

cli::Command expiry_snooze_command() {
    return cli::command<Options>({
        .name = "snooze",
        .summary = "Remind nobody of something before a day",
        .details =
            "Before the end it reaches to the end at most: that something is over is told. check judges it as before, "
            "and shows acknowledged_until for who opens tickets by its answer. mdmctl expiry ack NAME --undo takes it "
            "back.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_item_choice(p, o.item);
                p.option("--until", "TIME", o.until, "a day to come, as 2026-12-24").required();
                p.option("--reason", "TEXT", o.reason, "what is being waited for");
            },
        .run = [](cli::World& world, const Options& o) { return run_as(world, "expiry snooze", o); },
        .examples = {{"mdmctl expiry snooze default --tenant acme --until 2026-12-24", "Nothing can be done before"}},
        .codes = cli::codes({ErrorCode::end_unknown, ErrorCode::handed_over, ErrorCode::no_store_key, ErrorCode::locked,
                             ErrorCode::cannot_write},
                            item_codes),
    });
}

}  // namespace mdm::apps
