// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

namespace mdm::profile {

/// What mdmctl knows without Apple's schema: every payload type of iOS 18.1 and macOS 15.1 with its systems, and the
/// keys of those that people use most.
Schema built_in_schema();

}  // namespace mdm::profile
