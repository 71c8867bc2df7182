// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/targeted_schema.hpp"

#include <vector>

namespace mdm::profile {

/// Of the parts that a type is described in, those that a payload of the type is about, by the keys that it has. A type
/// that is described whole is one part.
std::vector<const PayloadType*> parts_for(const TypesNamed& types, const plist::Value& payload);

}  // namespace mdm::profile
