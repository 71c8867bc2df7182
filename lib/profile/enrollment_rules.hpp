// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "profile/outline.hpp"

#include <vector>

namespace mdm::profile {

/// What a com.apple.mdm payload says that no server and no device would take: topic, URLs, access rights, the mode of
/// enrollment. Its types and keys are the schema's matter, its certificates the references'.
/// source  Apple, Device Management, "MDM"; "AccessRights" there
void judge_enrollment(const PayloadOutline& payload, std::vector<Finding>& findings);

}  // namespace mdm::profile
