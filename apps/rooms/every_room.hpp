// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"

namespace mdm::apps {

/// What all services keep in the store, for the programs that are about all of them.
store::Rooms every_room();

}  // namespace mdm::apps
