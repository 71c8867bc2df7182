// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/asked.hpp"
#include "expiry/service_line.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// Asking the services themselves how things stand, many side by side.
namespace mdm::expiry {

/// What a service said of a line: findings that are added to it. None: all is well.
struct LiveAnswer {
    std::vector<Finding> findings{};
    bool was_given = true;  ///< false: nobody answered, or nobody could be asked
    /// Findings of these codes are from an earlier answer, which this one takes the place of.
    std::vector<ErrorCode> settles{};
    /// Writes down what of it the service's room keeps; null: nothing.
    Keep keep{};
    std::string next_command{};  ///< what to type first behind an error, whole; empty: what its renewal begins with
};
/// On a thread of its own: it has what it needs, and touches no store.
using LiveQuestion = std::function<LiveAnswer()>;

/// How a service is asked.
struct LiveService {
    std::string_view service;  ///< "apns"
    /// nullptr: there is nothing to be asked of this line.
    std::function<LiveQuestion(store::Store&, store::Transaction&, const ServiceLine&)> question;
};

inline constexpr std::size_t live_side_by_side = 8;

/// Asks about each line whose service can be asked, and adds what it says: what a service does not take is `invalid`.
/// Gives those that were answered; their last_checked_at is now.
std::vector<AnsweredLine> ask_live(const std::vector<LiveService>& services, store::Store& store,
                                   store::Transaction& transaction, std::vector<ServiceLine>& lines, Time now);

}  // namespace mdm::expiry
