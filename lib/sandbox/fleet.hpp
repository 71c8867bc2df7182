// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/pretend_device.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Which device is with which device management service, now and before: what was done to ranges of devices, in order,
/// and an index of it. Its size is that of what was done, never that of the fleet.
namespace mdm::sandbox {

/// The devices `first`, `first` + 1, ... of one seed.
struct DeviceRange {
    std::uint32_t seed = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    std::uint64_t end() const noexcept { return std::uint64_t{first} + count; }
    bool operator==(const DeviceRange&) const = default;
};

struct FleetOperation {
    enum class Kind { assign, unassign, change, throttle };

    Kind kind = Kind::assign;
    Time at;             ///< what its records say
    std::string server;  ///< UUID of the device management service
    std::vector<DeviceRange> devices;
    bool has_records = true;  ///< false: the stream of changes does not tell
    std::string by{};         ///< of assign: the Apple Account
    std::string asset_tag{};  ///< of change: what it is now
};

std::string_view name(FleetOperation::Kind kind);

/// For so long a device that asked for too much is missing from the stream of changes.
inline constexpr std::chrono::hours cooldown{24};

/// One record of a page.
struct FleetRecord {
    enum class Kind { listed, added, modified, deleted };

    Kind kind = Kind::listed;
    DeviceNumber device;
    Time op_date{};                            ///< not of one that is listed
    const FleetOperation* assigned = nullptr;  ///< by which it came to the service that it is, or was, with
    const FleetOperation* changed = nullptr;   ///< the last change since; null: there was none
};

/// Where a listing goes on. What was assigned, or went, after it had begun is not in it.
struct ListingPlace {
    std::uint32_t begun = 0;  ///< so many events had happened
    std::uint32_t event = 0;  ///< behind all that was listed of this one: the devices from `number` on
    std::uint32_t number = 0;
};

/// Where the stream of changes goes on.
struct StreamPlace {
    std::uint32_t event = 0;
    std::uint32_t offset = 0;
    /// Devices whose cooldown ended in (released, releasing] come first, in the order in which it ended: those that
    /// did until `released` were told of.
    Time released{};
    Time releasing{};
    std::uint32_t release = 0;
    std::uint32_t release_offset = 0;
};

template <class Place>
struct FleetPage {
    std::vector<FleetRecord> records;
    Place next;
    bool more = false;
};

class Fleet {
public:
    /// throws  std::invalid_argument: it could not have been done; this is then of no more use
    void apply(FleetOperation operation);

    /// So many events happened; an operation has one for each range.
    std::uint32_t events() const noexcept { return static_cast<std::uint32_t>(events_.size()); }
    /// The date of the last operation; nullopt: there was none.
    std::optional<Time> last_date() const;
    /// So many devices of that seed were made.
    std::uint32_t made(std::uint32_t seed) const;
    /// So many are with a service now.
    std::uint64_t size(std::string_view server) const;

    /// What is with a service, in the order in which it came, from a place on; one of now begins at {events(), 0, 0}.
    /// limit   at least 1
    FleetPage<ListingPlace> listing(std::string_view server, ListingPlace from, std::size_t limit) const;
    /// What happened at a service. A device in its cooldown is missing, and comes when that is over, with one record of
    /// how it is then.
    /// limit   0 gives none
    FleetPage<StreamPlace> stream(std::string_view server, StreamPlace from, std::size_t limit, Time now) const;
    /// Where the stream begins behind a listing that begun at so many events.
    static StreamPlace stream_behind(std::uint32_t event, Time now);

    /// As it is with a service; nullopt: it is not with it.
    std::optional<FleetRecord> find(std::string_view server, DeviceNumber device) const;
    /// The service that a device is with; empty: with none.
    std::string_view server_of(DeviceNumber device) const;
    /// Until when the stream does not tell of it; nullopt: it does.
    std::optional<Time> throttled_until(std::string_view server, DeviceNumber device, Time now) const;

private:
    struct Event {
        std::uint32_t operation;
        DeviceRange range;
    };
    /// Neighbours of one seed to which the same was done.
    struct Piece {
        std::uint32_t count = 0;
        std::uint32_t assigned = 0;  ///< the event
        bool is_assigned = false;
        std::optional<std::uint32_t> changed{};
    };
    using Pieces = std::map<std::uint32_t, Piece>;  ///< by their first number
    /// What came in one event and went in another.
    struct Stay {
        std::uint32_t count = 0;
        std::optional<std::uint32_t> ended{};
    };
    struct Service {
        std::map<std::pair<std::uint32_t, std::uint32_t>, Stay> stays;  ///< by event and first number
        std::vector<std::uint32_t> stream;                              ///< events with records
        std::vector<std::uint32_t> throttles;
        std::uint64_t size = 0;
    };
    struct Hidden;

    const FleetOperation& operation_of(std::uint32_t event) const { return operations_[events_[event].operation]; }
    Time cooldown_end(std::uint32_t event) const { return operation_of(event).at + cooldown; }
    const Service* service(std::string_view server) const;
    const Piece* piece_of(DeviceNumber device) const;
    std::pair<Pieces::iterator, Pieces::iterator> pieces_in(const DeviceRange& range);
    void judge(const FleetOperation& operation, const DeviceRange& range) const;
    void assign(const DeviceRange& range, Service& to);
    void unassign(const DeviceRange& range, Service& from);
    FleetRecord record_of(FleetRecord::Kind kind, DeviceNumber device, Time date) const;
    std::vector<std::uint32_t> releases(const Service& there, Time after, Time until) const;

    std::deque<FleetOperation> operations_;
    std::vector<Event> events_;
    std::map<std::uint32_t, Pieces> seeds_;
    std::map<std::string, Service, std::less<>> services_;
};

}  // namespace mdm::sandbox
