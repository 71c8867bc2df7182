// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"

namespace mdm::profile {

/// What this room keeps in the store: those who sign profiles, with their keys.
store::Room room();

}  // namespace mdm::profile
