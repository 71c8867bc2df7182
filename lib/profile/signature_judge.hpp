// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "profile/verification.hpp"

#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::profile {

/// Judges the signatures of many profiles for lint, on several threads. What makes a device refuse a profile is an
/// error; what makes it show Unverified, and depends on the day and the device, a warning.
class SignatureJudge {
public:
    explicit SignatureJudge(Trust trust) : trust_(std::move(trust)) {}

    /// What stands against the signature alone, not against what is in it. throws  as verify()
    std::vector<Finding> findings(std::string_view bytes, std::string_view name, Time now);

private:
    Trust trust_;
    std::mutex one_at_a_time_;
};

}  // namespace mdm::profile
