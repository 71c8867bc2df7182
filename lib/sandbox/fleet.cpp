// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace mdm::sandbox {
namespace {

using Kind = FleetOperation::Kind;

DeviceNumber number_in(const DeviceRange& range, std::uint32_t offset) { return {range.seed, range.first + offset}; }

FleetRecord::Kind record_kind(Kind kind) {
    switch (kind) {
        case Kind::assign:
            return FleetRecord::Kind::added;
        case Kind::unassign:
            return FleetRecord::Kind::deleted;
        case Kind::change:
        case Kind::throttle:
            break;
    }
    return FleetRecord::Kind::modified;
}

}  // namespace

/// The devices that the stream does not tell of, as ranges that do not meet.
struct Fleet::Hidden {
    std::vector<DeviceRange> ranges;

    Hidden(const Fleet& fleet, const Service& there, Time now) {
        std::vector<DeviceRange> all;
        for (const std::uint32_t event : there.throttles)
            if (fleet.cooldown_end(event) > now)
                all.push_back(fleet.events_[event].range);
        std::sort(all.begin(), all.end(), [](const DeviceRange& a, const DeviceRange& b) {
            return std::pair(a.seed, a.first) < std::pair(b.seed, b.first);
        });
        for (const DeviceRange& range : all) {
            if (ranges.empty() || ranges.back().seed != range.seed || ranges.back().end() < range.first)
                ranges.push_back(range);
            else if (ranges.back().end() < range.end())
                ranges.back().count = static_cast<std::uint32_t>(range.end() - ranges.back().first);
        }
    }

    bool has(DeviceNumber device) const {
        const auto behind =
            std::upper_bound(ranges.begin(), ranges.end(), device, [](DeviceNumber wanted, const DeviceRange& range) {
                return std::pair(wanted.seed, wanted.number) < std::pair(range.seed, range.first);
            });
        return behind != ranges.begin() && std::prev(behind)->seed == device.seed &&
               device.number < std::prev(behind)->end();
    }
};

std::string_view name(FleetOperation::Kind kind) {
    switch (kind) {
        case Kind::assign:
            return "assign";
        case Kind::unassign:
            return "unassign";
        case Kind::change:
            return "change";
        case Kind::throttle:
            break;
    }
    return "throttle";
}

const Fleet::Service* Fleet::service(std::string_view server) const {
    const auto found = services_.find(server);
    return found == services_.end() ? nullptr : &found->second;
}

const Fleet::Piece* Fleet::piece_of(DeviceNumber device) const {
    const auto seed = seeds_.find(device.seed);
    if (seed == seeds_.end())
        return nullptr;
    const auto behind = seed->second.upper_bound(device.number);
    if (behind == seed->second.begin())
        return nullptr;
    const auto& [first, piece] = *std::prev(behind);
    return device.number - first < piece.count ? &piece : nullptr;
}

/// Parts what reaches over the ends of a range.
std::pair<Fleet::Pieces::iterator, Fleet::Pieces::iterator> Fleet::pieces_in(const DeviceRange& range) {
    Pieces& pieces = seeds_[range.seed];
    const auto from = [&](std::uint32_t at) {
        const auto behind = pieces.lower_bound(at);
        if (behind == pieces.begin() || (behind != pieces.end() && behind->first == at))
            return behind;
        auto& [first, piece] = *std::prev(behind);
        const std::uint32_t kept = at - first;
        if (kept >= piece.count)
            return behind;
        Piece rest = piece;
        rest.count -= kept;
        piece.count = kept;
        return pieces.emplace(at, rest).first;
    };
    const auto begin = from(range.first);
    return {begin, from(static_cast<std::uint32_t>(range.end()))};
}

/// What may be done to a range: it is one, and its devices are with the service, or with none.
void Fleet::judge(const FleetOperation& operation, const DeviceRange& range) const {
    if (operation.server.empty() || range.seed >= DeviceNumber::seeds || range.count == 0 ||
        range.end() > DeviceNumber::most)
        throw std::invalid_argument("no range of devices");
    const bool is_new = operation.kind == Kind::assign;
    std::uint64_t known = 0;
    if (const auto pieces = seeds_.find(range.seed); pieces != seeds_.end()) {
        auto piece = pieces->second.upper_bound(range.first);
        if (piece != pieces->second.begin())
            --piece;
        for (; piece != pieces->second.end() && piece->first < range.end(); ++piece) {
            const std::uint64_t begin = std::max(piece->first, range.first);
            const std::uint64_t end =
                std::min<std::uint64_t>(std::uint64_t{piece->first} + piece->second.count, range.end());
            if (begin >= end)
                continue;
            known += end - begin;
            const bool is_there =
                piece->second.is_assigned && operation_of(piece->second.assigned).server == operation.server;
            if (is_new ? piece->second.is_assigned : !is_there)
                throw std::invalid_argument("a device that is elsewhere");
        }
    }
    if (!is_new && known != range.count)
        throw std::invalid_argument("a device that was never made");
}

void Fleet::assign(const DeviceRange& range, Service& to) {
    const auto [begin, end] = pieces_in(range);
    Pieces& pieces = seeds_[range.seed];
    pieces.erase(begin, end);
    pieces.emplace(range.first, Piece{range.count, events() - 1, true, std::nullopt});
    to.stays.emplace(std::pair(events() - 1, range.first), Stay{range.count, std::nullopt});
    to.size += range.count;
}

void Fleet::unassign(const DeviceRange& range, Service& from) {
    const auto [begin, end] = pieces_in(range);
    for (auto at = begin; at != end; ++at) {
        const auto& [first, piece] = *at;
        at->second.is_assigned = false;
        // The stay that it lies in is parted into what is before it, itself, and what is behind.
        const auto stay = std::prev(from.stays.upper_bound({piece.assigned, first}));
        const std::uint32_t before = first - stay->first.second;
        const std::uint32_t behind = stay->second.count - before - piece.count;
        stay->second.count = before;
        if (before == 0)
            from.stays.erase(stay);
        from.stays.emplace(std::pair(piece.assigned, first), Stay{piece.count, events() - 1});
        if (behind > 0)
            from.stays.emplace(std::pair(piece.assigned, first + piece.count), Stay{behind, std::nullopt});
    }
    from.size -= range.count;
}

void Fleet::apply(FleetOperation operation) {
    operations_.push_back(std::move(operation));
    const FleetOperation& done = operations_.back();
    Service& there = services_[done.server];
    for (const DeviceRange& range : done.devices) {
        judge(done, range);
        const std::uint32_t event = events();
        events_.push_back({static_cast<std::uint32_t>(operations_.size() - 1), range});
        if (done.kind == Kind::assign)
            assign(range, there);
        else if (done.kind == Kind::unassign)
            unassign(range, there);
        else if (done.kind == Kind::throttle)
            there.throttles.push_back(event);
        else
            for (auto [piece, end] = pieces_in(range); piece != end; ++piece)
                piece->second.changed = event;
        if (done.has_records && done.kind != Kind::throttle)
            there.stream.push_back(event);
    }
}

std::optional<Time> Fleet::last_date() const {
    return operations_.empty() ? std::nullopt : std::optional(operations_.back().at);
}

std::uint32_t Fleet::made(std::uint32_t seed) const {
    const auto pieces = seeds_.find(seed);
    if (pieces == seeds_.end() || pieces->second.empty())
        return 0;
    const auto& [first, last] = *pieces->second.rbegin();
    return first + last.count;
}

std::uint64_t Fleet::size(std::string_view server) const {
    const Service* there = service(server);
    return there == nullptr ? 0 : there->size;
}

FleetRecord Fleet::record_of(FleetRecord::Kind kind, DeviceNumber device, Time date) const {
    const Piece& piece = *piece_of(device);
    return {kind, device, date, &operation_of(piece.assigned), piece.changed ? &operation_of(*piece.changed) : nullptr};
}

FleetPage<ListingPlace> Fleet::listing(std::string_view server, ListingPlace from, std::size_t limit) const {
    FleetPage<ListingPlace> page{{}, from, false};
    const Service* there = service(server);
    if (there == nullptr)
        return page;
    ListingPlace& place = page.next;
    auto stay = there->stays.upper_bound({place.event, place.number});
    if (stay != there->stays.begin())
        --stay;
    for (; stay != there->stays.end() && stay->first.first < place.begun; ++stay) {
        const auto& [event, first] = stay->first;
        const auto& [count, ended] = stay->second;
        const std::uint32_t begin = event == place.event ? std::max(first, place.number) : first;
        if (event < place.event || begin >= first + count || (ended && *ended < place.begun))
            continue;
        for (std::uint32_t number = begin; number < first + count; ++number) {
            if (page.records.size() == limit) {
                page.more = true;
                return page;
            }
            page.records.push_back(record_of(FleetRecord::Kind::listed, {events_[event].range.seed, number}, {}));
            place.event = event;
            place.number = number + 1;
        }
    }
    return page;
}

std::vector<std::uint32_t> Fleet::releases(const Service& there, Time after, Time until) const {
    std::vector<std::uint32_t> ended;
    for (const std::uint32_t event : there.throttles)
        if (cooldown_end(event) > after && cooldown_end(event) <= until)
            ended.push_back(event);
    std::stable_sort(ended.begin(), ended.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return cooldown_end(a) < cooldown_end(b); });
    return ended;
}

StreamPlace Fleet::stream_behind(std::uint32_t event, Time now) { return {event, 0, now, now, 0, 0}; }

FleetPage<StreamPlace> Fleet::stream(std::string_view server, StreamPlace from, std::size_t limit, Time now) const {
    FleetPage<StreamPlace> page{{}, from, false};
    StreamPlace& place = page.next;
    // A clock that went back hides devices again whose release was told of: they are told of once more.
    if (place.releasing <= place.released) {
        place.released = std::min(place.released, now);
        place.releasing = now;
    }
    const Service* there = service(server);
    if (there == nullptr) {
        place = stream_behind(events(), now);
        return page;
    }
    const Hidden hidden(*this, *there, now);
    const auto tell = [&](FleetRecord::Kind kind, DeviceNumber device, Time date) {
        if (hidden.has(device))
            return true;
        page.more = page.records.size() == limit;
        if (!page.more)
            page.records.push_back(record_of(kind, device, date));
        return !page.more;
    };

    const auto released = releases(*there, place.released, place.releasing);
    for (; place.release < released.size(); ++place.release, place.release_offset = 0) {
        const std::uint32_t event = released[place.release];
        for (const DeviceRange& range = events_[event].range; place.release_offset < range.count;
             ++place.release_offset) {
            const DeviceNumber device = number_in(range, place.release_offset);
            const bool is_there = server_of(device) == server;
            if (!tell(is_there ? FleetRecord::Kind::modified : FleetRecord::Kind::deleted, device, cooldown_end(event)))
                return page;
        }
    }
    place.released = place.releasing;
    place.release = 0;

    auto event = std::lower_bound(there->stream.begin(), there->stream.end(), place.event);
    for (; event != there->stream.end(); ++event) {
        place.offset = *event == place.event ? place.offset : 0;
        place.event = *event;
        const FleetOperation& operation = operation_of(*event);
        for (const DeviceRange& range = events_[*event].range; place.offset < range.count; ++place.offset)
            if (!tell(record_kind(operation.kind), number_in(range, place.offset), operation.at))
                return page;
    }
    place.event = events();
    place.offset = 0;
    return page;
}

std::optional<FleetRecord> Fleet::find(std::string_view server, DeviceNumber device) const {
    if (server.empty() || server_of(device) != server)
        return std::nullopt;
    return record_of(FleetRecord::Kind::listed, device, {});
}

std::string_view Fleet::server_of(DeviceNumber device) const {
    const Piece* piece = piece_of(device);
    return piece == nullptr || !piece->is_assigned ? std::string_view{}
                                                   : std::string_view(operation_of(piece->assigned).server);
}

std::optional<Time> Fleet::throttled_until(std::string_view server, DeviceNumber device, Time now) const {
    std::optional<Time> until;
    if (const Service* there = service(server))
        for (const std::uint32_t event : there->throttles) {
            const DeviceRange& range = events_[event].range;
            if (range.seed == device.seed && device.number >= range.first && device.number < range.end() &&
                cooldown_end(event) > now)
                until = std::max(until.value_or(now), cooldown_end(event));
        }
    return until;
}

}  // namespace mdm::sandbox
