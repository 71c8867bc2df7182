// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "expiry/news.hpp"
#include "expiry/outbox.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apps {

/// How the sending of a message ended.
struct Delivery {
    enum class State {
        arrived,           ///< who takes it has said so
        refused,           ///< it did not arrive
        may_have_arrived,  ///< the answer was lost: it is to be sent again, word for word
    };
    State state = State::arrived;
    std::optional<Error> trouble{};  ///< why it did not
    bool ends_channel = false;       ///< the next one would meet the same
};

/// A way by which reminders leave: mail, a webhook, a command.
class ReminderChannel {
public:
    virtual ~ReminderChannel() = default;

    virtual std::string_view name() const = 0;  ///< "mail"
    virtual expiry::Interest interest() const = 0;
    /// Lines that go into one message.
    virtual std::size_t most_lines() const = 0;
    /// Who is told of a line: keys that begin with the name, "mail:jo@acme.example". None: nobody.
    virtual std::vector<std::string> destinations(const expiry::ServiceLine& line) const = 0;
    /// A destination that this channel leads to, whether anything is due there or not.
    virtual bool leads_to(std::string_view destination) const = 0;
    /// Where it goes, for people, with no secret.
    virtual std::string where(std::string_view destination) const = 0;
    /// The message, as it is kept.
    virtual std::string content(const expiry::OutgoingMessage& message, const std::vector<expiry::Reminder>& reminders,
                                Time now) const = 0;
    /// Sends it, as often as makes sense in one run.
    virtual Delivery deliver(const expiry::OutgoingMessage& message) = 0;
    /// What people and mail servers know the message by.
    virtual std::string public_id(const expiry::OutgoingMessage& message) const { return message.id; }
    /// Where the channel itself ended: its server, for people.
    virtual std::string own_place() const = 0;
};

}  // namespace mdm::apps
