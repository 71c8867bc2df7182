// SPDX-License-Identifier: Apache-2.0
#include "expiry/news.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace mdm::expiry {
namespace {

/// Dates have steps of their own, and remarks leave a line as it is.
std::set<std::string> codes_of(const ServiceLine& line) {
    std::set<std::string> codes;
    for (const Finding& finding : line.findings)
        if (finding.severity != Severity::info && finding.code != ErrorCode::expired &&
            finding.code != ErrorCode::expiring)
            codes.emplace(name(finding.code));
    return codes;
}

/// What was sent when the clock was ahead counts for nothing; hosts whose clocks differ by less are as one.
bool was_sent_in_future(const SentBefore& before, Time now) {
    return before.at && *before.at - now > std::chrono::days(1);
}

bool was_told(const ServiceLine& line, const SentBefore& before, Step step, Time now) {
    return before.term == line.not_after && before.step && *before.step <= step && !was_sent_in_future(before, now);
}

/// A step is told of without what else is wrong: that has a message of its own.
std::set<std::string> still(const std::set<std::string>& before, const std::set<std::string>& now) {
    std::set<std::string> both;
    std::set_intersection(before.begin(), before.end(), now.begin(), now.end(), std::inserter(both, both.end()));
    return both;
}

/// The step that is to be told now.
std::optional<Step> new_step(const ServiceLine& line, const SentBefore& before, Time now) {
    if (!line.not_after || line.acknowledged_until)
        return std::nullopt;
    const auto reached = step_reached(ladder_of(line.remind_days), *line.not_after, now);
    return reached && !was_told(line, before, *reached, now) ? reached : std::nullopt;
}

bool is_well(const ServiceLine& line, Time now) {
    return line.health == Health::ok &&
           (!line.not_after || !step_reached(ladder_of(line.remind_days), *line.not_after, now));
}

}  // namespace

std::string_view name(Event event) {
    constexpr std::array<std::string_view, 4> words{"due", "expired", "finding", "resolved"};
    return words.at(static_cast<std::size_t>(event));
}

std::optional<News> news_of(const ServiceLine& line, const SentBefore& before, Interest interest, Time now) {
    if (line.tenant && line.tenant->handed_over_at)
        return std::nullopt;
    const auto codes = codes_of(line);
    if (const auto step = new_step(line, before, now))
        return News{*step > 0 ? Event::due : Event::expired, step, still(before.codes, codes)};
    if (interest == Interest::ends)
        return std::nullopt;
    if (!std::includes(before.codes.begin(), before.codes.end(), codes.begin(), codes.end()))
        return News{Event::finding, std::nullopt, codes};
    // That no step is reached any more, while the end is the same, is a clock that was set back.
    const bool clock_went_back = before.step && before.term == line.not_after;
    if (before.is_open && codes.empty() && is_well(line, now) && !clock_went_back)
        return News{Event::resolved, std::nullopt, codes};
    return std::nullopt;
}

SentBefore sent_with(const ServiceLine& line, const SentBefore& before, const News& news, Interest interest) {
    SentBefore told = before;
    if (news.step) {
        told.term = line.not_after;
        told.step = news.step;
    }
    told.codes = news.codes;
    told.is_open = interest == Interest::everything && news.event != Event::resolved;
    if (news.event == Event::resolved) {
        told.term.reset();
        told.step.reset();
    }
    return told;
}

}  // namespace mdm::expiry
