// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_page.hpp"

#include "sandbox/device_page.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>

namespace mdm::sandbox {
namespace {

/// So many events had happened when the cursor was made.
std::uint32_t events_seen(const FleetCursor& cursor) {
    const auto* listing = std::get_if<ListingPlace>(&cursor.place);
    return listing != nullptr ? listing->begun : std::get<StreamPlace>(cursor.place).event;
}

}  // namespace

FleetCursor cursor_of(const DepCall& call, const std::string& text) {
    const auto cursor = read_cursor(text, call.caller.service->consumer.secret);
    if (!cursor || events_seen(*cursor) > call.fleet.events())
        throw Refusal{400, "INVALID_CURSOR"};
    if (call.now - cursor->made > cursor_life)
        throw Refusal{400, "EXPIRED_CURSOR", true};
    return *cursor;
}

HttpAnswer page_answer(const DepCall& call, const FleetCursor& from, std::vector<FleetRecord> records, FleetCursor next,
                       bool more) {
    const auto is_told = [&](std::string_view word) {
        return std::any_of(call.faults.begin(), call.faults.end(), [&](const Fault& f) { return f.word == word; });
    };
    next.made = call.now;
    next.turn = from.turn + 1;
    if (is_told("empty-page")) {
        records.clear();
        next.place = from.place;
        more = true;
    }
    if (is_told("same-cursor") || is_told("cursor-cycle")) {
        next = from;
        next.turn ^= is_told("cursor-cycle") ? 1U : 0U;
        more = true;
    }
    const DevicePage page{records, to_text(next, call.caller.service->consumer.secret), call.now, more};
    return {.content_type = std::string(dep_content_type), .body = to_json(page, call.protocol_version)};
}

}  // namespace mdm::sandbox
