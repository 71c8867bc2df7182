// SPDX-License-Identifier: Apache-2.0
#include "expiry/reminder_run.hpp"

#include "access/open_store.hpp"
#include "base/text.hpp"
#include "cli/progress.hpp"
#include "crypto/random.hpp"
#include "expiry/watch.hpp"
#include "net/retry.hpp"
#include "rooms/every_room.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace mdm::apps {
namespace {

constexpr std::chrono::seconds patience{60};
constexpr std::chrono::milliseconds between_tries{250};
/// What may have arrived is sent again, the same, until it is taken: for so long, since an address may be gone for
/// good.
constexpr std::chrono::days longest_kept{30};
/// Another webhook, or another command, has troubles of its own; nobody uses one that was not met for so long.
constexpr std::chrono::days longest_unmet{2};
/// So many lines wait for the rest of their message at most: who is told of things far apart gets two then.
constexpr std::size_t most_waiting = 5000;

bool is_of_all_tenants(const access::TenantChoice& tenants) { return tenants.all && tenants.labels.empty(); }

}  // namespace

ReminderRun::ReminderRun(cli::World& world, const access::TenantChoice& tenants, Channels channels, Time now)
    : world_(world),
      tenants_(tenants),
      channels_(std::move(channels)),
      now_(now),
      store_(access::open_store(world, every_room())) {}

void ReminderRun::run() {
    if (world_.settings.dry_run) {
        plan();
        return;
    }
    store_.note([](store::Transaction&) {});  // migrates where that happens on the way, before anything is read
    const store::ObjectLock lock = held();
    take_up_what_was_left();
    // Before anything is planned, for a line waits while a message about it may still have to come.
    send_all();
    plan();
    send_all();
    forget_what_is_over();
}

/// A command can hold up what comes behind it: mail goes first, as the channels stand.
void ReminderRun::send_all() {
    const auto rank = [&](const Planned& planned) {
        return std::find_if(channels_.begin(), channels_.end(),
                            [&](const auto& c) { return c.get() == planned.channel; });
    };
    std::stable_sort(planned_.begin(), planned_.end(),
                     [&](const Planned& one, const Planned& other) { return rank(one) < rank(other); });
    cli::Progress progress(world_, "messages", static_cast<std::int64_t>(planned_.size()));
    for (const Planned& planned : std::exchange(planned_, {})) {
        send(planned);
        progress.step();
    }
}

/// Hosts that begin at the same minute come one after another; the second finds nothing to do.
store::ObjectLock ReminderRun::held() const {
    const auto end = std::chrono::steady_clock::now() + patience;
    const SystemClock real_time;
    for (;;)
        try {
            return {store_.location(), expiry::reminder_verb, store_.caller(), real_time.now()};
        } catch (const Error& e) {
            if (e.code() != ErrorCode::locked || std::chrono::steady_clock::now() >= end)
                throw;
            net::sleep_for(between_tries);
        }
}

/// What may have arrived goes out again, the same; what was never tried is planned anew, for days may have passed.
void ReminderRun::take_up_what_was_left() {
    std::vector<expiry::OutgoingMessage> over;
    for (expiry::OutgoingMessage& message : read([](auto& reading) { return expiry::outbox(reading); })) {
        const auto channel = std::find_if(channels_.begin(), channels_.end(),
                                          [&](const auto& c) { return c->leads_to(message.destination); });
        if (message.tries == 0 || message.lines == 0 || now_ - message.planned_at > longest_kept)
            over.push_back(std::move(message));
        else if (channel != channels_.end())
            planned_.push_back({message.id, channel->get()});
    }
    if (!over.empty())
        store_.note([&](store::Transaction& transaction) {
            for (const expiry::OutgoingMessage& message : over)
                expiry::drop_unchanged(transaction, message);
        });
}

void ReminderRun::plan() {
    {
        store::Transaction reading = store_.read();
        const store::Rooms rooms = every_room();
        const bool all = std::any_of(channels_.begin(), channels_.end(), [](const auto& channel) {
            return channel->interest() == expiry::Interest::everything;
        });
        using What = expiry::Watch::What;
        expiry::Watch watch(reading, rooms, access::watched_tenants(reading, world_.settings, tenants_), now_,
                            {.what = all ? What::everything : What::ends, .for_reminders = true});
        if (watch.tally().tenants == 0 && !tenants_.labels.empty())
            throw Error{ErrorCode::no_such_tenant, "no tenant has these labels: there is nobody to be reminded",
                        "mdmctl tenant list shows the labels"};
        while (const auto line = watch.next())
            consider(*line);
        if (is_of_all_tenants(tenants_))
            for (const expiry::ServiceLine& line : expiry::lines_of_removed_tenants(reading))
                consider(line);
    }
    while (!waiting_.empty())
        flush(waiting_.begin()->first);
}

void ReminderRun::consider(const expiry::ServiceLine& line) {
    for (const auto& channel : channels_)
        consider(line, *channel);
}

void ReminderRun::consider(const expiry::ServiceLine& line, ReminderChannel& channel) {
    const std::vector<std::string> destinations = channel.destinations(line);
    if (destinations.empty() && expiry::news_of(line, {}, channel.interest(), now_) && ++nobody_ == 1 && line.tenant)
        first_unaddressed_ = line.tenant->name;
    for (const std::string& destination : destinations) {
        auto news = expiry::news_of(line, line.sent_to(destination), channel.interest(), now_);
        if (!news)
            continue;
        Waiting& waiting = waiting_.try_emplace(destination, Waiting{&channel, {}}).first->second;
        waiting.reminders.push_back({line, std::move(*news)});
        ++lines_waiting_;
        if (waiting.reminders.size() == channel.most_lines())
            flush(destination);
    }
    while (lines_waiting_ >= most_waiting)
        flush_the_longest();
}

void ReminderRun::flush(const std::string& destination) {
    auto waiting = waiting_.extract(destination);
    lines_waiting_ -= waiting.mapped().reminders.size();
    plan_message(waiting.key(), std::move(waiting.mapped()));
}

void ReminderRun::flush_the_longest() {
    const auto longest = std::max_element(waiting_.begin(), waiting_.end(), [](const auto& one, const auto& other) {
        return one.second.reminders.size() < other.second.reminders.size();
    });
    flush(longest->first);
}

void ReminderRun::plan_message(const std::string& destination, Waiting waiting) {
    expiry::OutgoingMessage message{.id = crypto::random_uuid(), .destination = destination, .content = ""};
    Planned planned{message.id, waiting.channel};
    if (waiting.channel->most_lines() == 1) {
        const auto& [line, news] = waiting.reminders.front();
        planned.event = expiry::name(news.event);
        planned.tenant = line.tenant ? line.tenant->name : "";
        planned.item = line.id;
    }
    message.lines = static_cast<std::int64_t>(waiting.reminders.size());
    if (world_.settings.dry_run) {
        static_cast<void>(waiting.channel->content(message, waiting.reminders, now_));
        show(planned, message, "due", std::nullopt);
        return;
    }
    store_.note([&](store::Transaction& transaction) {
        const auto claimed = expiry::claim(transaction, message.id, destination, waiting.channel->interest(),
                                           std::move(waiting.reminders));
        message.lines = static_cast<std::int64_t>(claimed.size());
        if (claimed.empty())
            return;
        message.content = waiting.channel->content(message, claimed, now_);
        expiry::put_message(transaction, message, now_);
    });
    if (message.lines > 0)
        planned_.push_back(std::move(planned));
}

void ReminderRun::send(const Planned& planned) {
    const auto message = read([&](auto& reading) { return expiry::message_of(reading, planned.id); });
    if (!message)
        return;
    if (const auto ended = ended_.find(planned.channel); ended != ended_.end()) {
        ++failed_;
        show(planned, *message, "waiting", ended->second);
        return;
    }
    // One after the other: behind a message that is in doubt nothing new goes to the same place in this run.
    if (const auto doubt = in_doubt_.find(message->destination); doubt != in_doubt_.end()) {
        ++failed_;
        show(planned, *message, "waiting", doubt->second);
        return;
    }
    bool is_ours = false;
    store_.note([&](store::Transaction& transaction) { is_ours = expiry::note_try(transaction, *message); });
    if (!is_ours)
        return;
    Delivery delivery;
    try {
        delivery = planned.channel->deliver(*message);
    } catch (const Error& e) {
        delivery = {Delivery::State::refused, e, false};
    }
    conclude(planned, *message, delivery);
}

void ReminderRun::conclude(const Planned& planned, const expiry::OutgoingMessage& message, const Delivery& delivery) {
    if (delivery.state == Delivery::State::arrived) {
        note_arrival(planned, message);
        return;
    }
    const Error trouble = delivery.trouble.value_or(Error{ErrorCode::unavailable, "nobody answered"});
    const bool may_have_arrived = delivery.state == Delivery::State::may_have_arrived || message.tries > 0;
    if (delivery.ends_channel)
        ended_.emplace(planned.channel, trouble);
    if (may_have_arrived && planned.channel->most_lines() > 1)
        in_doubt_.emplace(message.destination, trouble);
    note_failure(planned.channel->name(),
                 delivery.ends_channel ? planned.channel->own_place() : planned.channel->where(message.destination),
                 trouble, [&](store::Transaction& transaction) {
                     if (!may_have_arrived)
                         expiry::drop(transaction, message);
                 });
    show(planned, message, "failed", trouble);
}

/// It is the recipient's now: what keeps us from writing that down for a moment must not have it sent again.
void ReminderRun::note_arrival(const Planned& planned, const expiry::OutgoingMessage& message) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;)
        try {
            store_.note([&](store::Transaction& transaction) { expiry::note_sent(transaction, message, now_); });
            break;
        } catch (const Error& e) {
            if (e.code() != ErrorCode::locked || std::chrono::steady_clock::now() >= end)
                throw;
        }
    ++sent_;
    reached_.emplace(planned.channel->name(), planned.channel->where(message.destination));
    reached_.emplace(planned.channel->name(), planned.channel->own_place());
    show(planned, message, "sent", std::nullopt);
}

/// At once, for the run may be ended before it is over.
/// also   what is written in the same transaction
void ReminderRun::note_failure(std::string_view channel, const std::string& place, const Error& trouble,
                               const std::function<void(store::Transaction&)>& also) {
    ++failed_;
    if (!first_failure_)
        first_failure_ = trouble;
    met_.emplace(channel, place);
    store_.note([&](store::Transaction& transaction) {
        expiry::note_trouble(transaction, {.channel = std::string(channel),
                                           .where = place,
                                           .since = now_,
                                           .last_at = now_,
                                           .code = std::string(name(trouble.code())),
                                           .message = trouble.message()});
        if (also)
            also(transaction);
    });
}

void ReminderRun::note_unusable(std::string_view channel, const Error& trouble) {
    if (!world_.settings.dry_run)
        note_failure(channel, "set-up", trouble, nullptr);
    shown_.push_back({{"channel", channel},
                      {"destination", nullptr},
                      {"tenant", nullptr},
                      {"item_id", nullptr},
                      {"event", nullptr},
                      {"items", 0},
                      {"state", "failed"},
                      {"message_id", nullptr},
                      {"code", name(trouble.code())},
                      {"error", trouble.message()}});
}

void ReminderRun::show(const Planned& planned, const expiry::OutgoingMessage& message, std::string_view state,
                       const std::optional<Error>& trouble) {
    lines_ += message.lines;
    shown_.push_back({{"channel", planned.channel->name()},
                      {"destination", planned.channel->where(message.destination)},
                      {"tenant", none_if_empty(planned.tenant)},
                      {"item_id", none_if_empty(planned.item)},
                      {"event", none_if_empty(planned.event)},
                      {"items", message.lines},
                      {"state", state},
                      {"message_id", state == "due" ? cli::Value() : cli::Value(planned.channel->public_id(message))},
                      {"code", trouble ? cli::Value(name(trouble->code())) : cli::Value()},
                      {"error", trouble ? cli::Value(trouble->message()) : cli::Value()}});
}

/// Something arrived there since, or nobody uses it any more.
bool ReminderRun::is_over(const expiry::ChannelTrouble& known) const {
    const std::pair place(known.channel, known.where);
    return !met_.contains(place) && (reached_.contains(place) || now_ - known.last_at > longest_unmet);
}

void ReminderRun::forget_what_is_over() {
    store_.note([&](store::Transaction& transaction) {
        for (const expiry::ChannelTrouble& known : expiry::channel_troubles(transaction))
            if (is_over(known))
                expiry::forget_trouble(transaction, known);
    });
}

}  // namespace mdm::apps
