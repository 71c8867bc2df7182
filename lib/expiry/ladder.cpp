// SPDX-License-Identifier: Apache-2.0
#include "expiry/ladder.hpp"

#include <algorithm>

namespace mdm::expiry {

std::vector<Step> ladder_of(const std::vector<std::int64_t>& remind_days) {
    std::vector<Step> ladder(remind_days.begin(), remind_days.end());
    ladder.insert(ladder.end(), steps_behind.begin(), steps_behind.end());
    std::sort(ladder.rbegin(), ladder.rend());
    ladder.erase(std::unique(ladder.begin(), ladder.end()), ladder.end());
    return ladder;
}

std::optional<Step> step_reached(const std::vector<Step>& ladder, Time not_after, Time now) {
    std::optional<Step> reached;
    for (const Step step : ladder)
        if (now >= time_of(step, not_after))
            reached = step;
    return reached;
}

Time time_of(Step step, Time not_after) {
    using std::chrono::days;
    using std::chrono::seconds;
    // days_between() rounds down: thirty days are left until the thirty-first is whole.
    if (step > 0)
        return not_after - days(step + 1) + seconds(1);
    // At its last second a thing is still good.
    return not_after + days(-step) + seconds(1);
}

}  // namespace mdm::expiry
