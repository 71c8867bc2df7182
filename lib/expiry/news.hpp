// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/ladder.hpp"
#include "expiry/sent.hpp"
#include "expiry/service_line.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Which reminders are due: what somebody is to be told of a line, after what was told before.
namespace mdm::expiry {

enum class Event {
    due,       ///< a step before the end was reached
    expired,   ///< the end is over: at once, after 7 days and after 21
    finding,   ///< something else is wrong that was not told of yet
    resolved,  ///< what was told of is well again
};
std::string_view name(Event event);

/// What kinds of news a destination takes. A mail is about what ends; a ticket system wants to know of everything, and
/// when it is over.
enum class Interest { ends, everything };

struct News {
    Event event = Event::due;
    std::optional<Step> step{};     ///< of due and expired
    std::set<std::string> codes{};  ///< what else is known there to be wrong, with this one
};

/// nullopt: there is nothing new. However many steps went by since the last time, the latest is told, once. What a
/// person acknowledged or snoozed is not told of its end until then; what another store looks after never.
std::optional<News> news_of(const ServiceLine& line, const SentBefore& before, Interest interest, Time now);

/// What is known there when the news has arrived. Who takes the ends alone is never told that one is over.
SentBefore sent_with(const ServiceLine& line, const SentBefore& before, const News& news, Interest interest);

}  // namespace mdm::expiry
