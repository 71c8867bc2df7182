// SPDX-License-Identifier: Apache-2.0
#include "expiry/timeline.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

namespace mdm::expiry {
namespace {

std::chrono::year_month month_of(Time t) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(t)};
    return {day.year(), day.month()};
}

Ending ending_of(const ServiceLine& line) {
    return {.id = line.id,
            .tenant = line.tenant ? std::optional(line.tenant->name) : std::nullopt,
            .external_id = line.tenant ? line.tenant->external_id : "",
            .service = line.service,
            .name = line.name,
            .state = line.state,
            .health = line.health,
            .not_after = *line.not_after,
            .devices = line.devices};
}

bool is_lacking(const ServiceLine& line) { return line.state == "not_connected" || line.state == "blocked"; }

}  // namespace

bool NearestFirst::operator()(const Ending& a, const Ending& b) const {
    const auto far_a = std::chrono::abs(a.not_after - now);
    const auto far_b = std::chrono::abs(b.not_after - now);
    return std::tie(far_a, a.tenant, a.service, a.name) < std::tie(far_b, b.tenant, b.service, b.name);
}

Timeline::Timeline(Time now, std::size_t keep) : now_(now), first_(month_of(now)), keep_(keep) {
    const auto add_period = [&](std::string name, bool is_month) {
        periods_.push_back({.name = std::move(name),
                            .is_month = is_month,
                            .nearest = std::multiset<Ending, NearestFirst>{NearestFirst{now}}});
    };
    add_period("ended", false);
    for (int i = 0; i < months; ++i) {
        const auto month = first_ + std::chrono::months{i};
        add_period(fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
                   true);
    }
    add_period("later", false);
}

std::size_t Timeline::place_of(Time end) const {
    if (now_ > end)
        return 0;
    const auto ahead = (month_of(end) - first_).count();
    return static_cast<std::size_t>(std::min<std::int64_t>(ahead, months)) + 1;
}

void Timeline::add(const ServiceLine& line) {
    if (!line.not_after) {
        without_end_ += is_lacking(line) ? 0 : 1;
        return;
    }
    Period& period = periods_[place_of(*line.not_after)];
    ++period.total;
    ++period.services[line.service];
    period.nearest.insert(ending_of(line));
    if (period.nearest.size() > keep_)
        period.nearest.erase(std::prev(period.nearest.end()));
}

}  // namespace mdm::expiry
