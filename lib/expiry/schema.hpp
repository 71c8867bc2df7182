// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"

namespace mdm::expiry {

/// What is kept of what was seen and said: who was told what of which line, what somebody acknowledged, since when
/// something is wrong.
store::Room room();

}  // namespace mdm::expiry
