// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/migrations.hpp"

namespace mdm::dep {

/// What this room keeps in the store: server tokens with everything that was ever current, and the keys that they were
/// encrypted for.
store::Room room();

}  // namespace mdm::dep
