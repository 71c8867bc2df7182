// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/migrations.hpp"

namespace mdm::apns {

/// What this room keeps in the store: push certificates with everything that was ever current, requests with their
/// staged keys, vendor certificates.
store::Room room();

}  // namespace mdm::apns
