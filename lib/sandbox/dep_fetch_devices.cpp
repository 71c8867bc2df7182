// SPDX-License-Identifier: Apache-2.0
// POST /server/devices. Source: Apple, Device Management, "Get a List of Devices".
#include "sandbox/dep_page.hpp"
#include "sandbox/device_request.hpp"
#include "sandbox/refusal.hpp"

#include <utility>

namespace mdm::sandbox {

HttpAnswer fetch_devices_answer(const DepCall& call) {
    const PageRequest request = read_page_request(call.request.body);
    const FleetCursor from = request.cursor ? cursor_of(call, *request.cursor)
                                            : FleetCursor{ListingPlace{call.fleet.events(), 0, 0}, call.now, 0};
    const auto* place = std::get_if<ListingPlace>(&from.place);
    if (place == nullptr)
        throw Refusal{400, "EXHAUSTED_CURSOR", true};
    auto page = call.fleet.listing(call.caller.service->uuid, *place, static_cast<std::size_t>(request.limit));
    FleetCursor next{page.next, {}};
    if (!page.more)
        next.place = Fleet::stream_behind(place->begun, call.now);
    return page_answer(call, from, std::move(page.records), next, page.more);
}

}  // namespace mdm::sandbox
