// SPDX-License-Identifier: Apache-2.0
// POST /devices/sync. Source: Apple, Device Management, "Sync the List of Devices".
#include "sandbox/dep_endpoint.hpp"
#include "sandbox/device_page.hpp"
#include "sandbox/device_request.hpp"
#include "sandbox/fleet_cursor.hpp"
#include "sandbox/refusal.hpp"

#include <utility>

namespace mdm::sandbox {
namespace {

/// Where the stream goes on; the listing before it was given whole.
FleetCursor of_the_stream(const std::optional<std::string>& text, const DepCall& call) {
    if (!text || text->empty())
        throw Refusal{400, "CURSOR_REQUIRED"};
    auto cursor = read_cursor(*text, call.caller.service->consumer.secret);
    const auto* place = cursor ? std::get_if<StreamPlace>(&cursor->place) : nullptr;
    if (place == nullptr || place->event > call.fleet.events())
        throw Refusal{400, "INVALID_CURSOR"};
    if (call.now - cursor->made > cursor_life)
        throw Refusal{400, "EXPIRED_CURSOR", true};
    return *cursor;
}

}  // namespace

HttpAnswer sync_devices_answer(const DepCall& call) {
    const PageRequest request = read_page_request(call.request.body);
    const ManagementService& service = *call.caller.service;
    const FleetCursor from = of_the_stream(request.cursor, call);
    const auto page = call.fleet.stream(service.uuid, std::get<StreamPlace>(from.place),
                                        static_cast<std::size_t>(request.limit), call.now);
    const FleetCursor next{page.next, call.now, from.turn + 1};
    return {.content_type = std::string(dep_content_type),
            .body = to_json({page.records, to_text(next, service.consumer.secret), call.now, page.more},
                            call.protocol_version)};
}

}  // namespace mdm::sandbox
