// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "profile/outline.hpp"

#include <string>
#include <vector>

namespace mdm::profile {

/// A reference that no payload of its profile answers: what across-file rules look further for.
struct OpenReference {
    std::string uuid;
    std::string where;
};

/// Keys that name a certificate or identity by its PayloadUUID name one of the same profile, of the kind that is
/// wanted. What is not there is a finding and given back.
std::vector<OpenReference> judge_references(const Outline& outline, std::vector<Finding>& findings);

}  // namespace mdm::profile
