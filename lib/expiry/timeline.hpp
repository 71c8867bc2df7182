// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/service_line.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mdm::expiry {

/// Something that ends, in short.
struct Ending {
    std::string id;
    std::optional<std::string> tenant;  ///< nullopt: it is the store's own
    std::string external_id;
    std::string service;
    std::string name;
    std::string state;
    Health health = Health::ok;
    Time not_after{};
    std::optional<std::int64_t> devices{};
};

/// Orders by the distance from now, so that of what ended the last comes first.
struct NearestFirst {
    Time now;
    bool operator()(const Ending& a, const Ending& b) const;
};

/// What ends in a month, has ended, or ends later.
struct Period {
    std::string name;  ///< "ended", "2026-12", "later"
    bool is_month = false;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> services{};  ///< how many of each
    std::multiset<Ending, NearestFirst> nearest;     ///< as many as are kept
};

/// The months to come, and how much ends in each. The memory is that of what is kept, whatever the number of lines.
class Timeline {
public:
    /// A year is what Apple's certificates and tokens are valid for: what was renewed this month is in the last of
    /// them.
    static constexpr int months = 13;

    /// now    its month, by UTC, is the first
    /// keep   endings of each period, the nearest to now; the others are counted
    Timeline(Time now, std::size_t keep);

    void add(const ServiceLine& line);

    /// ended, the months, later
    const std::vector<Period>& periods() const noexcept { return periods_; }
    /// Lines of things that are there and of which nobody told an end.
    std::int64_t without_end() const noexcept { return without_end_; }

private:
    std::size_t place_of(Time end) const;

    Time now_;
    std::chrono::year_month first_;
    std::size_t keep_;
    std::vector<Period> periods_;
    std::int64_t without_end_ = 0;
};

}  // namespace mdm::expiry
