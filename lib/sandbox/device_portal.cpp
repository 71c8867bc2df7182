// SPDX-License-Identifier: Apache-2.0
#include "sandbox/device_portal.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace mdm::sandbox {
namespace {

using Kind = FleetOperation::Kind;

/// What a list is gone through with at a time.
constexpr std::size_t step = 1000;

/// Neighbours become one range.
void add_to(std::vector<DeviceRange>& ranges, DeviceNumber device) {
    if (!ranges.empty() && ranges.back().seed == device.seed && ranges.back().end() == device.number)
        ++ranges.back().count;
    else
        ranges.push_back({device.seed, device.number, 1});
}

/// Those with these serial numbers, each once.
/// may_be   what is asked of each; throws  no_such_device
template <class MayBe>
std::vector<DeviceRange> ranges_of(const std::vector<std::string>& serials, std::string_view where, MayBe may_be) {
    std::vector<DeviceNumber> devices;
    for (const std::string& serial : serials) {
        const auto device = device_with_serial(serial);
        if (!device || !may_be(*device))
            throw Error{ErrorCode::no_such_device, fmt::format("there is no device '{}' {}", printable(serial), where),
                        "mdmctl sandbox portal devices list shows those there are"};
        devices.push_back(*device);
    }
    std::sort(devices.begin(), devices.end());
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    std::vector<DeviceRange> ranges;
    for (const DeviceNumber device : devices)
        add_to(ranges, device);
    return ranges;
}

std::uint64_t size_of(const std::vector<DeviceRange>& ranges) {
    std::uint64_t size = 0;
    for (const DeviceRange& range : ranges)
        size += range.count;
    return size;
}

}  // namespace

DevicePortal::DevicePortal(const std::string& portal_folder, Time now, Visit visit)
    : portal_(portal_folder, now, visit), log_(portal_folder), now_(now), visit_(visit) {}

FleetOperation DevicePortal::operation(Kind kind, const DeviceErrand& errand, const ListedServer& at,
                                       std::vector<DeviceRange> devices) {
    // The clock of a rehearsal stands still, and of two records of one second nobody could say which is newer.
    const auto last = log_.read().last_date();
    const Time date = last ? std::max(now_, *last + std::chrono::seconds{1}) : now_;
    const auto& tokens = at.service.tokens;
    return {.kind = kind,
            .at = errand.date.value_or(date),
            .server = at.service.uuid,
            .devices = std::move(devices),
            .has_records = errand.has_records,
            .by = tokens.empty() ? std::string{} : tokens.back().apple_account};
}

std::vector<DeviceRange> DevicePortal::chosen(const ListedServer& from, const DeviceChoice& which) {
    const Fleet& fleet = log_.read();
    const std::string& server = from.service.uuid;
    if (!which.serials.empty())
        return ranges_of(which.serials, fmt::format("at '{}'", from.service.name),
                         [&](DeviceNumber device) { return fleet.server_of(device) == server; });
    if (std::uint64_t{which.skip} + which.count > fleet.size(server))
        throw Error{ErrorCode::no_such_device,
                    fmt::format("'{}' has {}, and not {}", from.service.name,
                                counted(static_cast<long long>(fleet.size(server)), "device"),
                                std::uint64_t{which.skip} + which.count),
                    "mdmctl sandbox portal devices add adds some"};
    std::vector<DeviceRange> ranges;
    std::uint32_t seen = 0;
    ListingPlace place{fleet.events(), 0, 0};
    while (seen < which.skip + which.count) {
        const auto page = fleet.listing(server, place, std::min<std::size_t>(step, which.skip + which.count - seen));
        for (const FleetRecord& record : page.records)
            if (++seen > which.skip)
                add_to(ranges, record.device);
        place = page.next;
    }
    return ranges;
}

DeviceOutcome DevicePortal::done(ListedServer at, std::vector<FleetOperation> operations) {
    const std::uint64_t before = log_.read().size(at.service.uuid);
    const Kind last = operations.back().kind;
    const std::uint64_t concerned = size_of(operations.back().devices);
    const std::uint64_t total = last == Kind::assign     ? before + concerned
                                : last == Kind::unassign ? before - concerned
                                                         : before;
    if (visit_ == Visit::change)
        log_.append(std::move(operations));
    return {std::move(at), concerned, total};
}

DeviceOutcome DevicePortal::add_new(const DeviceErrand& errand, std::uint32_t seed, std::uint32_t count) {
    ListedServer at = portal_.server(errand.organization, errand.server);
    const std::uint32_t made = log_.read().made(seed);
    if (count > DeviceNumber::most - made)
        throw Error{ErrorCode::bad_usage, fmt::format("seed {} has {} devices left", seed, DeviceNumber::most - made),
                    "--seed takes another one"};
    auto assigned = operation(Kind::assign, errand, at, {{seed, made, count}});
    return done(std::move(at), {std::move(assigned)});
}

DeviceOutcome DevicePortal::add_again(const DeviceErrand& errand, const std::vector<std::string>& serials) {
    ListedServer at = portal_.server(errand.organization, errand.server);
    const Fleet& fleet = log_.read();
    auto ranges = ranges_of(serials, "without a service", [&](DeviceNumber device) {
        return device.number < fleet.made(device.seed) && fleet.server_of(device).empty();
    });
    auto assigned = operation(Kind::assign, errand, at, std::move(ranges));
    return done(std::move(at), {std::move(assigned)});
}

DeviceOutcome DevicePortal::remove(const DeviceErrand& errand, const DeviceChoice& which) {
    ListedServer at = portal_.server(errand.organization, errand.server);
    auto removed = operation(Kind::unassign, errand, at, chosen(at, which));
    return done(std::move(at), {std::move(removed)});
}

DeviceOutcome DevicePortal::change(const DeviceErrand& errand, const DeviceChoice& which,
                                   const std::string& asset_tag) {
    ListedServer at = portal_.server(errand.organization, errand.server);
    auto changed = operation(Kind::change, errand, at, chosen(at, which));
    changed.asset_tag = asset_tag;
    return done(std::move(at), {std::move(changed)});
}

DeviceOutcome DevicePortal::throttle(const DeviceErrand& errand, const DeviceChoice& which) {
    ListedServer at = portal_.server(errand.organization, errand.server);
    auto throttled = operation(Kind::throttle, errand, at, chosen(at, which));
    return done(std::move(at), {std::move(throttled)});
}

DeviceOutcome DevicePortal::move(const DeviceErrand& errand, const DeviceChoice& which, const std::string& to) {
    const ListedServer from = portal_.server(errand.organization, errand.server);
    ListedServer there = portal_.server(errand.organization, to);
    if (from.service.uuid == there.service.uuid)
        throw Error{ErrorCode::bad_usage, fmt::format("the devices are with '{}' already", to)};
    auto removed = operation(Kind::unassign, errand, from, chosen(from, which));
    auto assigned = removed;
    assigned.kind = Kind::assign;
    assigned.server = there.service.uuid;
    if (!there.service.tokens.empty())
        assigned.by = there.service.tokens.back().apple_account;
    return done(std::move(there), {std::move(removed), std::move(assigned)});
}

std::function<std::optional<ListedDevice>()> DevicePortal::list(const std::string& organization,
                                                                const std::string& server) {
    struct Walk {
        std::string uuid;
        FleetPage<ListingPlace> page;
        std::size_t next = 0;
    };
    const Fleet& fleet = log_.read();
    const std::string uuid = portal_.server(organization, server).service.uuid;
    const auto walk = std::make_shared<Walk>(Walk{uuid, fleet.listing(uuid, {fleet.events(), 0, 0}, step)});
    return [this, walk, &fleet]() -> std::optional<ListedDevice> {
        if (walk->next == walk->page.records.size() && walk->page.more) {
            walk->page = fleet.listing(walk->uuid, walk->page.next, step);
            walk->next = 0;
        }
        if (walk->next == walk->page.records.size())
            return std::nullopt;
        const FleetRecord& record = walk->page.records[walk->next++];
        PretendDevice device = pretend_device(record.device);
        std::string asset_tag = record.changed == nullptr ? device.asset_tag : record.changed->asset_tag;
        return ListedDevice{serial_number(record.device), std::move(device), std::move(asset_tag), record.assigned->at,
                            fleet.throttled_until(walk->uuid, record.device, now_)};
    };
}

}  // namespace mdm::sandbox
