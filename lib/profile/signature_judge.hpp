// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "profile/verification.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::profile {

/// Judges the signatures of many profiles for lint, on several threads. What makes a device refuse a profile is an
/// error; what makes it show Unverified, and depends on the day and the device, a warning.
class SignatureJudge {
public:
    /// trust   is called at the first signature: reading the roots of a machine takes longer than many a lint
    explicit SignatureJudge(std::function<Trust()> trust) : read_trust_(std::move(trust)) {}

    /// What stands against the signature alone, not against what is in it. throws  as verify()
    std::vector<Finding> findings(std::string_view bytes, std::string_view name, Time now);

private:
    std::function<Trust()> read_trust_;
    std::optional<Trust> trust_;
    std::mutex one_at_a_time_;
};

}  // namespace mdm::profile
