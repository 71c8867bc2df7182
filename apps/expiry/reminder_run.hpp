// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/tenant_choice.hpp"
#include "cli/record.hpp"
#include "cli/world.hpp"
#include "expiry/channel_troubles.hpp"
#include "expiry/reminder_channel.hpp"
#include "store/lock.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mdm::apps {

/// One run of `expiry remind`: what an earlier one left is sent again, what is new is put into the outbox, and what is
/// in there is sent. The store is not kept open for reading while somebody is waited for.
class ReminderRun {
public:
    using Channels = std::vector<std::unique_ptr<ReminderChannel>>;

    ReminderRun(cli::World& world, const access::TenantChoice& tenants, Channels channels, Time now);

    /// throws  locked: another run held on for longer than a minute; no_such_tenant, and what reading the store throws
    void run();

    /// One for each message.
    std::vector<cli::Record> take_messages() { return std::move(shown_); }
    std::int64_t sent() const noexcept { return sent_; }
    std::int64_t failed() const noexcept { return failed_; }
    std::int64_t lines() const noexcept { return lines_; }         ///< in all messages
    std::int64_t unaddressed() const noexcept { return nobody_; }  ///< due by mail, and nobody is told
    const std::optional<Error>& first_failure() const noexcept { return first_failure_; }

private:
    struct Waiting {
        ReminderChannel* channel;
        std::vector<expiry::Reminder> reminders;
    };
    struct Planned {
        std::string id;
        ReminderChannel* channel;
        std::string event;  ///< of a message about one line
    };

    template <class Question>
    auto read(const Question& question) {
        store::Transaction reading = store_.read();
        return question(reading);
    }
    store::ObjectLock held() const;
    void take_up_what_was_left();
    void plan();
    void consider(const expiry::ServiceLine& line);
    void consider(const expiry::ServiceLine& line, ReminderChannel& channel);
    void flush(const std::string& destination);
    void flush_the_longest();
    void plan_message(const std::string& destination, Waiting waiting);
    void send_all();
    void send(const Planned& planned);
    bool may_be_dropped(const expiry::OutgoingMessage& message, const Delivery& delivery) const;
    void conclude(const Planned& planned, const expiry::OutgoingMessage& message, const Delivery& delivery);
    void show(const Planned& planned, const expiry::OutgoingMessage& message, std::string_view state,
              const std::optional<Error>& trouble);
    bool is_over(const expiry::ChannelTrouble& known) const;
    void note_troubles();

    cli::World& world_;
    const access::TenantChoice& tenants_;
    Channels channels_;
    Time now_;
    store::Store store_;
    std::map<std::string, Waiting> waiting_;  ///< by destination
    std::size_t lines_waiting_ = 0;
    std::vector<Planned> planned_;
    std::map<const ReminderChannel*, Error> ended_;  ///< channels that nothing gets through any more
    std::vector<expiry::ChannelTrouble> troubles_;
    std::vector<cli::Record> shown_;
    std::int64_t sent_ = 0;
    std::int64_t failed_ = 0;
    std::int64_t lines_ = 0;
    std::int64_t nobody_ = 0;
    std::optional<Error> first_failure_;
};

}  // namespace mdm::apps
