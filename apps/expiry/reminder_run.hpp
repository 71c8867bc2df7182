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
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::apps {

/// One run of `expiry remind`: what an earlier one left is sent again, what is new is put into the outbox, and what is
/// in there is sent. The store is not kept open for reading while somebody is waited for.
class ReminderRun {
public:
    using Channels = std::vector<std::unique_ptr<ReminderChannel>>;

    ReminderRun(cli::World& world, const access::TenantChoice& tenants, Channels channels, Time now);

    /// A channel that could not be set up at all, before run(): the others go on.
    void note_unusable(std::string_view channel, const Error& trouble);
    /// throws  locked: another run held on for longer than a minute; no_such_tenant, and what reading the store throws
    void run();

    /// One for each message.
    std::vector<cli::Record> take_messages() { return std::move(shown_); }
    std::int64_t sent() const noexcept { return sent_; }
    std::int64_t failed() const noexcept { return failed_; }
    std::int64_t lines() const noexcept { return lines_; }         ///< in all messages
    std::int64_t unaddressed() const noexcept { return nobody_; }  ///< due by mail, and nobody is told
    const std::string& first_unaddressed() const noexcept { return first_unaddressed_; }  ///< of them, by tenant
    const std::optional<Error>& first_failure() const noexcept { return first_failure_; }

private:
    struct Waiting {
        ReminderChannel* channel;
        std::vector<expiry::Reminder> reminders;
    };
    struct Planned {
        std::string id;
        ReminderChannel* channel;
        // Of a message about one line.
        std::string event{};
        std::string tenant{};
        std::string item{};  ///< its id
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
    void conclude(const Planned& planned, const expiry::OutgoingMessage& message, const Delivery& delivery);
    void show(const Planned& planned, const expiry::OutgoingMessage& message, std::string_view state,
              const std::optional<Error>& trouble);
    void note_arrival(const Planned& planned, const expiry::OutgoingMessage& message);
    void note_failure(std::string_view channel, const std::string& place, const Error& trouble,
                      const std::function<void(store::Transaction&)>& also);
    bool is_over(const expiry::ChannelTrouble& known) const;
    void forget_what_is_over();

    cli::World& world_;
    const access::TenantChoice& tenants_;
    Channels channels_;
    Time now_;
    store::Store store_;
    std::map<std::string, Waiting> waiting_;  ///< by destination
    std::size_t lines_waiting_ = 0;
    std::vector<Planned> planned_;
    std::map<const ReminderChannel*, Error> ended_;  ///< channels that nothing gets through any more
    std::map<std::string, Error> in_doubt_;  ///< destinations of which nobody knows whether the last message arrived
    std::set<std::pair<std::string, std::string>> met_;      ///< channel and place where something failed
    std::set<std::pair<std::string, std::string>> reached_;  ///< and where something arrived
    std::vector<cli::Record> shown_;
    std::int64_t sent_ = 0;
    std::int64_t failed_ = 0;
    std::int64_t lines_ = 0;
    std::int64_t nobody_ = 0;
    std::string first_unaddressed_;
    std::optional<Error> first_failure_;
};

}  // namespace mdm::apps
