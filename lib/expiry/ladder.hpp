// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// When people are told of an end: on days before it, at the end, and twice after it.
namespace mdm::expiry {

/// A step in days before the end: 30 is thirty days before it, 0 the end itself, -7 seven days after it.
using Step = std::int64_t;

/// Behind the end every policy has the same: whoever overlooked the end is told again.
inline constexpr std::array<Step, 3> steps_behind{0, -7, -21};

/// All steps, falling: the days that are in force for a policy, then those behind the end.
std::vector<Step> ladder_of(const std::vector<std::int64_t>& remind_days);

/// The latest step that was reached; nullopt: it is too early for any. Before the end a step is reached when so many
/// whole days are left, which is when `days_left` shows that number; behind it when so many days are over.
std::optional<Step> step_reached(const std::vector<Step>& ladder, Time not_after, Time now);

/// The first second at which a step is reached.
Time time_of(Step step, Time not_after);

}  // namespace mdm::expiry
