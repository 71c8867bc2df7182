// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device.hpp"
#include "dep/device_merge.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// What happened to devices, told to others as JSON Lines. It is written into an outbox (dep_events) in the transaction
/// of what it tells, and taken out of there when it is where it should be: so that no event is lost when a run is
/// killed.
namespace mdm::dep {

/// Where events of one token go, and what they say.
struct EventOrder {
    std::string destination;  ///< a file by its whole path; standard_output
    std::string tenant;       ///< names, as the events have them
    std::string name;
    /// A device as `dep devices` shows it, as a JSON object.
    std::function<std::string(const Device&, const DeviceNote&)> describe;
};
inline constexpr std::string_view standard_output = "-";

enum class Merged { listing, changes };

/// Puts an event into the outbox for each device that the merge changed: of a listing in order of serial, of changes in
/// theirs. Changes are still in staging.
void note_events(store::Transaction& transaction, const Merge& merge, Merged what, std::optional<Time> full_at,
                 const EventOrder& order);

/// Events of a token that an earlier run left for another place come here instead, under new ids.
void adopt_events(store::Transaction& transaction, std::string_view token, std::string_view destination);

/// Which events are delivered.
struct Outbox {
    std::string destination;
    std::string token{};  ///< of this one alone; empty: all for that destination
};

/// The events up to this id are in a file already that ends with this line: a run was killed before it could take them
/// out of the outbox. 0: none of them is.
std::int64_t already_written(store::Store& store, const Outbox& outbox, std::string_view last_line);

/// Takes whole lines. What is written when it returns is where it should be for good.
using WriteLines = std::function<void(std::string_view lines)>;

/// Writes what is in the outbox, in order of their ids, and takes it out of there behind that.
/// written   events up to this id are taken out alone
void deliver_events(store::Store& store, const Outbox& outbox, std::int64_t written, const WriteLines& write);

}  // namespace mdm::dep
