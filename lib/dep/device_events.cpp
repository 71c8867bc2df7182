// SPDX-License-Identifier: Apache-2.0
#include "dep/device_events.hpp"

#include "base/json_object.hpp"
#include "dep/device_rows.hpp"
#include "store/bulk_append.hpp"
#include "store/dialect.hpp"
#include "store/facts.hpp"

#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace mdm::dep {
namespace {

using store::Row;
using store::Transaction;

/// Ids go on from here: what was taken out of the outbox has had its own.
constexpr std::string_view last_event = "last_dep_event";
/// Events that are held in memory together.
constexpr std::int64_t batch = 1000;

std::int64_t last_id(Transaction& transaction) {
    const std::string digits = store::fact(transaction, last_event).value_or("0");
    std::int64_t id = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), id);
    return id;
}

/// All of an event but its beginning and its id.
std::string body_of(const Row& row, std::optional<Time> full_at, Time now, const EventOrder& order) {
    return fmt::format(R"("at":"{}","tenant":"{}","name":"{}","device":{}}})", to_rfc3339(now),
                       json_escaped(order.tenant), json_escaped(order.name),
                       order.describe(device_in(row, full_at), note_in(row)));
}

std::string line_of(const Row& row) {
    return fmt::format("{{\"event\":\"{}\",\"id\":{},{}\n", row.text("event"), row.text("seq"), row.text("body"));
}

/// The first number that stands behind a text.
std::optional<std::int64_t> number_behind(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::int64_t number = 0;
    const char* const begin = text.data() + at + mark.size();
    const auto [end, failed] = std::from_chars(begin, text.data() + text.size(), number);
    return failed == std::errc{} && end != begin ? std::optional(number) : std::nullopt;
}

struct Written {
    std::string event;
    std::string body;
};

void append(Transaction& transaction, std::string_view token, const EventOrder& order,
            const std::vector<Written>& events) {
    if (events.empty())
        return;
    std::int64_t id = last_id(transaction);
    {
        store::BulkAppend rows(transaction, "dep_events", {"seq", "token", "destination", "event", "body"});
        for (const Written& event : events) {
            const std::string seq = std::to_string(++id);
            const std::array<std::optional<std::string_view>, 5> values{seq, token, order.destination, event.event,
                                                                        event.body};
            rows.add(values);
        }
        rows.finish();
    }
    store::set_fact(transaction, last_event, std::to_string(id));
}

}  // namespace

void note_events(Transaction& transaction, const Merge& merge, Merged what, std::optional<Time> full_at,
                 const EventOrder& order) {
    std::vector<Written> events;
    std::string last;
    const auto take = [&](const Row& row) {
        last = row.text("serial");
        events.push_back({row.text("event"), body_of(row, full_at, merge.now, order)});
        return true;
    };
    if (what == Merged::changes) {
        const std::string_view in_order = store::dialect::join_in_order(transaction.engine());
        transaction
            .prepare(fmt::format("select {}, d.event from dep_staging s {} dep_devices d on d.token = s.token and "
                                 "d.serial = s.serial left join dep_device_notes n on n.token = d.token and "
                                 "n.serial = d.serial where s.token = :token and d.revision = :revision order by s.seq",
                                 device_columns(), in_order))
            .each({{"token", merge.token}, {"revision", merge.revision}}, take);
        return append(transaction, merge.token, order, events);
    }
    store::Statement next = transaction.prepare(
        fmt::format("select {}, d.event from {} where d.token = :token and d.serial > :last and d.revision = :revision "
                    "order by d.serial limit {}",
                    device_columns(), known_devices, batch));
    do {
        events.clear();
        next.each({{"token", merge.token}, {"last", last}, {"revision", merge.revision}}, take);
        append(transaction, merge.token, order, events);
    } while (static_cast<std::int64_t>(events.size()) == batch);
}

void adopt_events(Transaction& transaction, std::string_view token, std::string_view destination) {
    const auto left = transaction.row(
        "select min(seq) as first_seq, max(seq) as last_seq from dep_events where token = :token "
        "and destination <> :destination",
        {{"token", token}, {"destination", destination}});
    if (!left->value("first_seq"))
        return;
    // Above all that there ever were, so that ids in the file only go up.
    const std::int64_t shift = last_id(transaction) + 1 - left->number("first_seq");
    transaction.run(
        "update dep_events set seq = seq + :shift, destination = :destination where token = :token and "
        "destination <> :other",
        {{"shift", shift}, {"destination", destination}, {"token", token}, {"other", destination}});
    store::set_fact(transaction, last_event, std::to_string(left->number("last_seq") + shift));
}

std::int64_t already_written(store::Store& store, const Outbox& outbox, std::string_view last_line) {
    const auto id = number_behind(last_line, "\"id\":");
    if (!id)
        return 0;
    Transaction transaction = store.read();
    const auto row =
        transaction.row("select seq, event, body from dep_events where destination = :destination and seq = :seq",
                        {{"destination", outbox.destination}, {"seq", *id}});
    // Ids are of one store, and others may write to the same file.
    std::string line = row ? line_of(*row) : "";
    return row && line.substr(0, line.size() - 1) == last_line ? *id : 0;
}

void deliver_events(store::Store& store, const Outbox& outbox, std::int64_t written, const WriteLines& write) {
    for (;;) {
        std::string lines;
        std::int64_t last = 0;
        std::int64_t taken = 0;
        {
            Transaction transaction = store.read();
            transaction
                .prepare(fmt::format("select seq, event, body from dep_events where destination = :destination "
                                     "and (cast(:token as text) = '' or token = :same) order by seq limit {}",
                                     batch))
                .each({{"destination", outbox.destination}, {"token", outbox.token}, {"same", outbox.token}},
                      [&](const Row& row) {
                          last = row.number("seq");
                          ++taken;
                          if (last > written)
                              lines += line_of(row);
                          return true;
                      });
        }
        if (taken == 0)
            return;
        if (!lines.empty())
            write(lines);
        store.note([&](Transaction& transaction) {
            transaction.run(
                "delete from dep_events where destination = :destination and seq <= :last "
                "and (cast(:token as text) = '' or token = :same)",
                {{"destination", outbox.destination}, {"last", last}, {"token", outbox.token}, {"same", outbox.token}});
        });
        if (taken < batch)
            return;
    }
}

}  // namespace mdm::dep
