// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/dep_endpoint.hpp"
#include "sandbox/fleet_cursor.hpp"

#include <utility>

/// What /server/devices and /devices/sync have in common: a page, and the cursor for the next.
namespace mdm::sandbox {

/// What a call of one of them was asked with.
/// throws  Refusal: 400 INVALID_CURSOR: it is none, or of another service, or of devices that are forgotten;
///         EXPIRED_CURSOR
FleetCursor cursor_of(const DepCall& call, const std::string& text);

/// The page behind a place, spoiled as the faults of the call say.
/// more   to follow
HttpAnswer page_answer(const DepCall& call, const FleetCursor& from, std::vector<FleetRecord> records, FleetCursor next,
                       bool more);

}  // namespace mdm::sandbox
