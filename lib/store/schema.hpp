// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/migrations.hpp"

namespace mdm::store {

/// The tables that every store has, whatever rooms keep in it besides: facts, tenants and policies, key slots and
/// sealed secrets, audit, inventory, intents, locks.
Room own_room();

}  // namespace mdm::store
