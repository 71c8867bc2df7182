// SPDX-License-Identifier: Apache-2.0
#include "expiry/plugin_line.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

namespace mdm::expiry {
namespace {

constexpr std::size_t shown_lines = 20;
constexpr std::size_t measured_items = 20;

/// A bar begins the performance data.
std::string without_bar(std::string_view text) {
    std::string out;
    for (const char c : printable(text))
        c == '|' ? out += "\u00a6" : out += c;
    return out;
}

/// In a label a quote is doubled, and there is no equals sign.
std::string label_of(std::string_view text) {
    std::string out;
    for (const char c : text)
        c == '\'' ? out += "''" : c == '=' ? out += "_" : out += c;
    return out;
}

std::string called(const ServiceLine& line) {
    const std::string thing = line.name.empty() ? line.service : fmt::format("{}/{}", line.service, line.name);
    return without_bar(line.tenant ? fmt::format("{} {}", line.tenant->name, thing) : thing);
}

std::string said_of(const ServiceLine& line) {
    if (line.health == Health::unknown)
        return "its end cannot be read";
    if (!line.days_left)
        return line.state;
    if (line.state == "expired")
        return fmt::format("ended on {}", to_rfc3339(*line.not_after));
    return fmt::format("ends in {}, on {}", counted(*line.days_left, "day"), to_rfc3339(*line.not_after));
}

std::string_view word(Health health) {
    constexpr std::array<std::string_view, 4> words{"OK", "UNKNOWN", "WARNING", "CRITICAL"};
    return words.at(static_cast<std::size_t>(health));
}

}  // namespace

PluginLine PluginLine::unknown(const Error& error) {
    PluginLine line;
    line.trouble_ = without_bar(error.message());
    return line;
}

bool PluginLine::is_worse(const Shown& one, const Shown& other) {
    if (one.health != other.health)
        return one.health > other.health;
    if (one.days_left && other.days_left)
        return *one.days_left < *other.days_left;
    return one.days_left.has_value() && !other.days_left;
}

void PluginLine::keep_if_worst(Shown shown) {
    const auto place = std::upper_bound(worst_.begin(), worst_.end(), shown, is_worse);
    worst_.insert(place, std::move(shown));
    if (worst_.size() > shown_lines)
        worst_.pop_back();
}

void PluginLine::take(const ServiceLine& line) {
    ++items_;
    // "31:" is a range that alerts below 31: with 30 days left it is WARNING.
    Shown shown{called(line), line.health, line.days_left, said_of(line),
                fmt::format("{}:;{}:", line.warn_days + 1, line.critical_days + 1)};
    if (line.days_left && (!first_to_end_ || *line.days_left < *first_to_end_->days_left))
        first_to_end_ = shown;
    if (items_ <= measured_items)
        measured_.push_back(shown);
    keep_if_worst(std::move(shown));
}

void PluginLine::finish(const Tally& tally) {
    tally_ = tally;
    if (items_ == 0)
        trouble_ = "there is nothing to watch over yet";
}

std::string_view PluginLine::status() const { return trouble_.empty() ? word(tally_.worst()) : word(Health::unknown); }

int PluginLine::exit() const { return monitoring_exit(trouble_.empty() ? tally_.worst() : Health::unknown); }

std::string PluginLine::summary() const {
    if (!trouble_.empty())
        return trouble_;
    return fmt::format("{} critical, {} warning, {} unknown, {} ok; first: {} {}", tally_.critical, tally_.warning,
                       tally_.unknown, tally_.ok, worst_.front().name, worst_.front().said);
}

std::string PluginLine::performance() const {
    if (!trouble_.empty())
        return "";
    std::string data = fmt::format("'ok'={};;;0; 'warning'={};;;0; 'critical'={};;;0; 'unknown'={};;;0;", tally_.ok,
                                   tally_.warning, tally_.critical, tally_.unknown);
    if (first_to_end_)
        data += fmt::format(" 'least_days_left'={};{}", *first_to_end_->days_left, first_to_end_->thresholds);
    if (items_ <= measured_items)
        for (const Shown& item : measured_)
            if (item.days_left)
                data += fmt::format(" '{}'={};{}", label_of(item.name), *item.days_left, item.thresholds);
    return " | " + data;
}

std::string PluginLine::text() const {
    std::string out = fmt::format("MDMCTL {} - {}{}", status(), summary(), performance());
    for (const Shown& item : worst_)
        if (item.health != Health::ok)
            out += fmt::format("\n{}: {} {}", word(item.health), item.name, item.said);
    return out;
}

}  // namespace mdm::expiry
