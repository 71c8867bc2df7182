// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace mdm::cli {

/// How far a long job has come: one line on a terminal's standard error, written over again and gone at the end.
/// Nothing is shown where there is no terminal, or with --quiet.
class Progress {
public:
    /// what    "rows"
    /// total   0: nobody knows
    Progress(const World& world, std::string what, std::int64_t total);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void step() { advance(1); }
    /// Several at once.
    void advance(std::int64_t count);
    /// Takes the line away, for another to be said; the next step() shows it again.
    void clear();

private:
    Terminal& terminal_;
    std::string what_;
    std::int64_t total_;
    bool shown_at_all_;
    std::int64_t done_ = 0;
    bool on_screen_ = false;
    std::chrono::steady_clock::time_point next_;
};

}  // namespace mdm::cli
