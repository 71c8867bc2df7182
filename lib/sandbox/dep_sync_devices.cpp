// SPDX-License-Identifier: Apache-2.0
// POST /devices/sync. Source: Apple, Device Management, "Sync the List of Devices".
#include "sandbox/dep_page.hpp"
#include "sandbox/device_request.hpp"
#include "sandbox/refusal.hpp"

#include <utility>

namespace mdm::sandbox {

HttpAnswer sync_devices_answer(const DepCall& call) {
    const PageRequest request = read_page_request(call.request.body);
    if (!request.cursor || request.cursor->empty())
        throw Refusal{400, "CURSOR_REQUIRED"};
    const FleetCursor from = cursor_of(call, *request.cursor);
    const auto* place = std::get_if<StreamPlace>(&from.place);
    // A listing that did not come to its end says nothing of where the stream begins.
    if (place == nullptr)
        throw Refusal{400, "INVALID_CURSOR"};
    auto page = call.fleet.stream(call.caller.service->uuid, *place, static_cast<std::size_t>(request.limit), call.now);
    return page_answer(call, from, std::move(page.records), {page.next, {}}, page.more);
}

}  // namespace mdm::sandbox
