// SPDX-License-Identifier: Apache-2.0
#include "expiry/outbox.hpp"

#include "base/text.hpp"

#include <utility>

namespace mdm::expiry {
namespace {

OutgoingMessage message_in(const store::Row& row) {
    return {.id = row.text("id"),
            .destination = row.text("object"),
            .content = "",
            .lines = row.number("lines"),
            .planned_at = row.time("created_at"),
            .tries = row.number("attempts")};
}

}  // namespace

std::vector<Reminder> claim(store::Transaction& transaction, std::string_view message, std::string_view destination,
                            Interest interest, std::vector<Reminder> reminders) {
    auto put = transaction.prepare(
        "insert into expiry_outbox (destination, line, message, tenant, service, name, term, step, codes, is_open) "
        "values (:destination, :line, :message, :tenant, :service, :name, :term, :step, :codes, :is_open) "
        "on conflict (destination, line) do nothing");
    std::vector<Reminder> claimed;
    for (Reminder& reminder : reminders) {
        const ServiceLine& line = reminder.line;
        const SentBefore before = line.sent_to(destination);
        if (sent_to(transaction, destination, line.id) != before)
            continue;
        const SentBefore after = sent_with(line, before, reminder.news, interest);
        if (put.run({{"destination", destination},
                     {"line", line.id},
                     {"message", message},
                     {"tenant", line.tenant ? store::Value(line.tenant->id) : store::Value()},
                     {"service", line.service},
                     {"name", line.name},
                     {"term", after.term},
                     {"step", after.step ? store::Value(std::to_string(*after.step)) : store::Value()},
                     {"codes", joined(after.codes)},
                     {"is_open", after.is_open ? "1" : "0"}}) == 1)
            claimed.push_back(std::move(reminder));
    }
    return claimed;
}

void put_message(store::Transaction& transaction, const OutgoingMessage& message, Time now) {
    store::begin_intent(transaction,
                        {.id = message.id,
                         .verb = std::string(reminder_verb),
                         .object = message.destination,
                         .detail = message.content,
                         .unresolved = store::Unresolved::repeat},
                        now);
}

std::vector<OutgoingMessage> outbox(store::Transaction& transaction) {
    std::vector<OutgoingMessage> messages;
    for (const store::Row& row :
         transaction.rows("select i.id, i.object, i.attempts, i.created_at, (select count(*) from expiry_outbox o "
                          "where o.message = i.id and not exists (select 1 from tenants t where t.id = o.tenant and "
                          "t.handed_over_at is not null)) as lines "
                          "from intents i where i.closed_at is null and i.verb = :verb order by i.created_at, i.id",
                          {{"verb", reminder_verb}}))
        messages.push_back(message_in(row));
    return messages;
}

std::optional<OutgoingMessage> message_of(store::Transaction& transaction, std::string_view id) {
    const auto row = transaction.row(
        "select i.id, i.object, i.attempts, i.created_at, i.detail, (select count(*) from expiry_outbox o where "
        "o.message = i.id) as "
        "lines from intents i where i.id = :id and i.closed_at is null",
        {{"id", id}});
    if (!row)
        return std::nullopt;
    OutgoingMessage message = message_in(*row);
    message.content = row->text("detail");
    return message;
}

bool note_try(store::Transaction& transaction, const OutgoingMessage& message) {
    return transaction.run(
               "update intents set attempts = attempts + 1 where id = :id and attempts = :attempts and closed_at is "
               "null",
               {{"id", message.id}, {"attempts", std::to_string(message.tries)}}) == 1;
}

void note_sent(store::Transaction& transaction, const OutgoingMessage& message, Time now) {
    transaction.run(
        "insert into expiry_sent (destination, line, tenant, service, name, term, step, codes, is_open, sent_at) "
        "select o.destination, o.line, o.tenant, o.service, o.name, o.term, o.step, o.codes, o.is_open, :now "
        "from expiry_outbox o where o.message = :message "
        "on conflict (destination, line) do update set service = excluded.service, name = excluded.name, "
        "term = excluded.term, step = excluded.step, codes = excluded.codes, is_open = excluded.is_open, "
        "sent_at = excluded.sent_at",
        {{"now", now}, {"message", message.id}});
    drop(transaction, message);
}

void drop(store::Transaction& transaction, const OutgoingMessage& message) {
    transaction.run("delete from expiry_outbox where message = :message", {{"message", message.id}});
    store::forget_intent(transaction, message.id);
}

void drop_unchanged(store::Transaction& transaction, const OutgoingMessage& message) {
    const auto there = message_of(transaction, message.id);
    if (there && there->tries == message.tries)
        drop(transaction, *there);
}

}  // namespace mdm::expiry
