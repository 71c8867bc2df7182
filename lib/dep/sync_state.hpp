// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How far the devices of a server token are: a row of dep_syncs.
namespace mdm::dep {

enum class Phase {
    fetching,  ///< a full listing is under way, in staging
    merging,   ///< it is whole, and not among the devices yet
    synced,
};
std::string_view name(Phase phase);  ///< "fetching"

struct SyncState {
    std::string token{};
    std::string server_uuid{};  ///< of the service that all of this is about; empty: it said none
    Phase phase = Phase::fetching;
    std::optional<std::string> cursor{};  ///< behind the last finished listing, and the changes since
    std::optional<Time> cursor_saved_at{};
    std::optional<std::string> fetch_cursor{};  ///< in the listing under way; nullopt: it has not begun
    std::optional<Time> fetch_cursor_at{};
    std::optional<Time> fetch_began_at{};
    std::int64_t pages = 0;         ///< of the listing under way
    std::int64_t staged = 0;        ///< devices that it has brought
    std::int64_t unreadable = 0;    ///< records of the last listing, and the changes since, that could not be used
    std::optional<Time> full_at{};  ///< when the last complete listing was merged
    std::int64_t live = 0;          ///< devices that are assigned
    std::int64_t revision = 0;      ///< of the last writing to the devices

    bool operator==(const SyncState&) const = default;
};

/// nullopt: it was never begun.
std::optional<SyncState> sync_state(store::Transaction& transaction, std::string_view token);

/// Moves the row by compare-and-swap, or makes it.
/// was      as it was read; nullopt: there was none
/// throws   changed_meanwhile: it is another by now
void move(store::Transaction& transaction, const std::optional<SyncState>& was, const SyncState& to);

/// What a run does first.
enum class SyncStep {
    fetch_anew,   ///< the whole list, from its beginning
    fetch_on,     ///< the rest of the list that is under way
    merge,        ///< the list is here
    take_changes  ///< since the last finished listing
};

/// After a list with records that could not be used, how long it is until it is fetched once more by itself.
inline constexpr std::chrono::hours unreadable_patience{24};

/// server_uuid  of the service that answers now; empty: it does not say
/// full         the whole list is asked for; one that is under way is gone on with
SyncStep next_step(const std::optional<SyncState>& state, std::string_view server_uuid, bool full, Time now);

/// What it is at the beginning of a whole list; what is known of devices stays known.
SyncState begun_anew(const std::optional<SyncState>& state, std::string_view token, std::string_view server_uuid,
                     Time now);

}  // namespace mdm::dep
