// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "profile/target.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// What is said of an objection.
struct SaidObjection {
    ErrorCode code;
    std::string message;
    std::string hint;
};

/// What stands against a payload type or key on a target, in the order in which it is listed.
/// what   the type or key, as it is called
std::vector<SaidObjection> in_words(Objections objections, std::string_view what, const Availability& availability,
                                    const Target& target);

}  // namespace mdm::profile
