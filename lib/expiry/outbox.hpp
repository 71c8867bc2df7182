// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/news.hpp"
#include "expiry/sent.hpp"
#include "store/intents.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Messages that are on their way, each an intent (store/intents.hpp) with the lines that it is about. A line is in no
/// more than one of them for one destination, whoever plans: so each reminder goes out once, from however many hosts.
namespace mdm::expiry {

inline constexpr std::string_view reminder_verb = "expiry remind";

/// A line, and what is to be said of it.
struct Reminder {
    ServiceLine line;
    News news;
};

/// A message as it is kept until it was sent, word for word: who sends it again sends the same.
struct OutgoingMessage {
    std::string id;           ///< of its intent; what doubles are told by
    std::string destination;  ///< "mail:jo@acme.example"
    std::string content;      ///< JSON, as the channel wrote it
    std::int64_t lines = 0;   ///< that it is about
    Time planned_at{};        ///< filled when it is read
    std::int64_t tries = 0;   ///< more than none: it may have arrived, and the run that sent it never learned of it
};

/// Takes lines for a message that is to be made. Gives those that are this message's now; the others another run has
/// taken, or sent, since they were read.
std::vector<Reminder> claim(store::Transaction& transaction, std::string_view message, std::string_view destination,
                            Interest interest, std::vector<Reminder> reminders);
/// Puts the message of the lines that were claimed for it into the outbox.
void put_message(store::Transaction& transaction, const OutgoingMessage& message, Time now);

/// What is in the outbox, the oldest first; without their content, which is read one by one, and counted without the
/// lines of tenants that were handed over since.
std::vector<OutgoingMessage> outbox(store::Transaction& transaction);
/// With its content; nullopt: another run has seen to it.
std::optional<OutgoingMessage> message_of(store::Transaction& transaction, std::string_view id);

/// From here on it may have arrived. false: another run has tried it since it was read, or dropped it; it is not ours.
bool note_try(store::Transaction& transaction, const OutgoingMessage& message);
/// It arrived: its lines count as sent, and it leaves the outbox.
void note_sent(store::Transaction& transaction, const OutgoingMessage& message, Time now);
/// It did not arrive, and will not: its lines are free to be told anew.
void drop(store::Transaction& transaction, const OutgoingMessage& message);
/// The same, unless another run has tried it since it was read.
void drop_unchanged(store::Transaction& transaction, const OutgoingMessage& message);

}  // namespace mdm::expiry
