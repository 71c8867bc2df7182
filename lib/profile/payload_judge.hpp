// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/value.hpp"
#include "profile/payload_rules.hpp"
#include "profile/place.hpp"
#include "profile/target.hpp"

#include <vector>

namespace mdm::profile {

/// Judges one payload, a dictionary: by the keys that all payloads have, and by those of its type, which several parts
/// may describe. For payload_rules.cpp.
void judge_payload(const PayloadRules& rules, const plist::Value& payload, const Path& path, Channel channel,
                   std::vector<Finding>& findings);

}  // namespace mdm::profile
