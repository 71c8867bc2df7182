// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "expiry/watch.hpp"

#include <string>
#include <vector>

namespace mdm::expiry {

/// What a monitoring plugin prints: "MDMCTL WARNING - ... | 'ok'=3 ...", and lines behind it for the worst.
/// Source: monitoring-plugins.org, guidelines: plugin output, thresholds and ranges, performance data.
class PluginLine {
public:
    /// Of what kept anybody from looking.
    static PluginLine unknown(const Error& error);

    void take(const ServiceLine& line);
    /// With the tally of all that was taken. Nothing at all is unknown: there was nothing to look at.
    void finish(const Tally& tally);

    std::string_view status() const;  ///< "OK", "WARNING", "CRITICAL", "UNKNOWN"
    int exit() const;
    const Tally& tally() const noexcept { return tally_; }
    std::string text() const;  ///< without the last newline

private:
    /// What is shown of a line; few of them are kept.
    struct Shown {
        std::string name;  ///< "acme apns/default"
        Health health = Health::ok;
        std::optional<std::int64_t> days_left;
        std::string said;
        std::string thresholds;  ///< "31:;8:"
    };
    static bool is_worse(const Shown& one, const Shown& other);
    void keep_if_worst(Shown shown);
    std::string summary() const;
    std::string performance() const;

    Tally tally_;
    std::vector<Shown> worst_;
    std::vector<Shown> measured_;  ///< of each item, while there are few
    std::optional<Shown> first_to_end_;
    std::size_t items_ = 0;
    std::string trouble_;
};

}  // namespace mdm::expiry
