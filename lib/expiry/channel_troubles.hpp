// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Ways out by which reminders do not arrive: a mail server that refuses, a webhook that is gone. Kept until a run
/// sends by them again, for who asks how things stand.
namespace mdm::expiry {

struct ChannelTrouble {
    std::string channel;  ///< "mail", "webhook", "command"
    std::string where;    ///< for people: "jo@acme.example", "mail.acme.example:587"
    Time since;           ///< the first run that failed
    Time last_at;         ///< the latest one
    std::string code;
    std::string message;
};

/// Writes down what a run met; `since` stays where it was known already.
void note_trouble(store::Transaction& transaction, const ChannelTrouble& met);
/// Something arrives there again, or nobody uses it any more.
void forget_trouble(store::Transaction& transaction, const ChannelTrouble& known);
std::vector<ChannelTrouble> channel_troubles(store::Transaction& transaction);

}  // namespace mdm::expiry
