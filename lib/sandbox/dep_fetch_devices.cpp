// SPDX-License-Identifier: Apache-2.0
// POST /server/devices. Source: Apple, Device Management, "Get a List of Devices".
#include "sandbox/dep_endpoint.hpp"
#include "sandbox/device_page.hpp"
#include "sandbox/device_request.hpp"
#include "sandbox/fleet_cursor.hpp"
#include "sandbox/refusal.hpp"

#include <utility>

namespace mdm::sandbox {
namespace {

/// The cursor of a listing that has not come to its end.
FleetCursor unfinished(const std::string& text, const DepCall& call) {
    auto cursor = read_cursor(text, call.caller.service->consumer.secret);
    if (!cursor)
        throw Refusal{400, "INVALID_CURSOR"};
    const auto* place = std::get_if<ListingPlace>(&cursor->place);
    if (place == nullptr)
        throw Refusal{400, "EXHAUSTED_CURSOR", true};
    // More has happened than is remembered: the devices began anew meanwhile.
    if (place->begun > call.fleet.events())
        throw Refusal{400, "INVALID_CURSOR"};
    if (call.now - cursor->made > cursor_life)
        throw Refusal{400, "EXPIRED_CURSOR", true};
    return *cursor;
}

}  // namespace

HttpAnswer fetch_devices_answer(const DepCall& call) {
    const PageRequest request = read_page_request(call.request.body);
    const ManagementService& service = *call.caller.service;
    std::optional<FleetCursor> from;
    if (request.cursor)
        from = unfinished(*request.cursor, call);
    auto page = call.fleet.listing(service.uuid, from ? std::optional(std::get<ListingPlace>(from->place)) : std::nullopt,
                                   static_cast<std::size_t>(request.limit));
    FleetCursor next{page.next, call.now, from ? from->turn + 1 : 1};
    if (!page.more)
        next.place = Fleet::stream_behind(page.next.begun, call.now);
    return {.content_type = std::string(dep_content_type),
            .body = to_json({page.records, to_text(next, service.consumer.secret), call.now, page.more},
                            call.protocol_version)};
}

}  // namespace mdm::sandbox
